import { openDigits } from '../../../sim/digits/source.ts';
import { openEngine } from '../../../sim/networks/engines/index.ts';
import { realFloor } from '../../../sim/verified-retraining/vae/index.ts';
import type { OpenLaboratory } from '../../engine/kinds/replicated-runs/laboratory.ts';
import { mutantById } from '../mutants/index.ts';
import { paperWorld } from '../world.ts';
import { simplestCourse } from './simplest-course.ts';
import { settings } from './tier.ts';

/** The laboratory of real runs: an engine, digits, the paper's world and those of the mutants. */
export const open: OpenLaboratory = async (equipment) => {
  const { mnist } = equipment;
  const sources = equipment.digits.map((kind) => openDigits(kind, mnist === undefined ? {} : { directory: mnist }));
  const engine = await openEngine(equipment.engine);
  return {
    engine: { name: engine.name, description: engine.description },
    digits: sources.map((source) => {
      const { kind, provenance, digest } = source;
      return { kind, provenance, digest, floor: realFloor(source, { side: settings.warm.side }) };
    }),
    sameAs: simplestCourse,
    reads: (mutant) => mutantById(mutant).reads,
    retrain({ digits: kind, setting, mutant, ...run }, checkpoint) {
      const world = mutant === null ? paperWorld : mutantById(mutant).world;
      const digits = sources.find((source) => source.kind === kind)!;
      return world.retrain({ ...run, engine, digits, setting: settings[setting], checkpoint });
    },
  };
};
