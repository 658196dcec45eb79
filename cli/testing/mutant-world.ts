import { mutantById } from '../../properties/verified-retraining/mutants/index.ts';
import { paperWorld } from '../../properties/verified-retraining/world.ts';

/** For tests: a process that imports this first verifies a wrong world in the place of the paper's. Its verifier accepts what it should reject. */
Object.assign(paperWorld, mutantById('accept-complement').world);
