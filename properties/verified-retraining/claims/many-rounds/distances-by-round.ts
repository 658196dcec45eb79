import type { Schedule, Setting } from '../../../../theory/verified-retraining/model.ts';
import type { Comparison } from '../../../engine/decide/comparison.ts';
import { decideMeans, type MeansDecision } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import type { Trial } from '../../../engine/kinds/drawn-settings/claim.ts';
import type { World } from '../../world.ts';
import { squaredSpread } from '../ranges.ts';

/** Decides the mean squared distances to the center from simulated verified runs: one comparison for each of the rounds 1, 2, …. */
export function decideDistances(
  comparisons: readonly Comparison[],
  setting: Setting,
  schedule: Schedule,
  { world, errors, stream }: Trial<World>,
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
