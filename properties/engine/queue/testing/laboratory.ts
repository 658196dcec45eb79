import { open as openExample } from '../../../verified-retraining/vae/testing/laboratory.ts';
import type { OpenLaboratory } from '../../kinds/replicated-runs/laboratory.ts';

/**
 * The example laboratory, which says on stdout where runs go on from; and where CLAIMCHECK_EXAMPLE_STUCK_AFTER is a number, never
 * comes back from the round of that number, for whoever kills it there.
 */
export const open: OpenLaboratory = async (equipment) => {
  const example = await openExample(equipment);
  const stuckAfter = Number(process.env.CLAIMCHECK_EXAMPLE_STUCK_AFTER);
  return {
    ...example,
    retrain: (run, { load, save }) => {
      let saved = 0;
      return example.retrain(run, {
        async load() {
          const bytes = await load();
          if (bytes !== undefined)
            process.stdout.write(`goes on after ${JSON.parse(String(Buffer.from(bytes))).length}\n`);
          return bytes;
        },
        async save(bytes) {
          await save(bytes);
          saved += 1;
          if (saved !== stuckAfter) return;
          process.stdout.write(`stuck after ${saved}\n`);
          await new Promise(() => {});
        },
      });
    },
  };
};
