import type { Arm } from '../../../sim/verified-retraining/vae/setting.ts';
import type { RunSpecification as AnyRunSpecification } from '../../engine/kinds/replicated-runs/design.ts';

/** What a retraining run does: an arm of a replicate for some rounds, in the paper's world or a mutant's. */
export type RunSpecification = AnyRunSpecification<Arm>;
