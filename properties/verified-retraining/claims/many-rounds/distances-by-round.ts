import type { Schedule, Setting } from '../../../../theory/verified-retraining/model.ts';
import type { Trial } from '../../../engine/claim.ts';
import type { Comparison } from '../../../engine/decide/comparison.ts';
import { decideMeans, type MeansDecision } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { squaredSpread } from '../ranges.ts';

/** Decides the mean squared distance to the center after round 1, 2, …, a comparison each, from simulated verified runs. */
export function decideDistances(
  comparisons: readonly Comparison[],
  setting: Setting,
  schedule: Schedule,
  { world, errors, stream }: Trial,
): MeansDecision {
  const sds = comparisons.map(({ expected }) => squaredSpread(expected));
  const run = world.simulator.prepareRetraining(setting, schedule, comparisons.length);
  return decideMeans(
    comparisons,
    (replicate, out) => {
      const { toCenter } = run.run(stream(replicate));
      for (let i = 0; i < out.length; i += 1) out[i] = toCenter[i + 1]!;
    },
    { ...errors, maximumReplicates: maximumReplicates(comparisons, sds, errors.falseSupport) },
  );
}
