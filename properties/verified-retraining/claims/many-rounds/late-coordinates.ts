import type { Schedule, Setting } from '../../../../theory/verified-retraining/model.ts';
import type { Outcome, Trial } from '../../../engine/claim.ts';
import { antithetic } from '../../../engine/decide/antithetic.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { outcomeOf } from '../../../engine/decide/exactly.ts';
import { distanceRange } from '../ranges.ts';
import { settles, settlesAt } from './settles.ts';

/**
 * Bets every coordinate of θ̂_k on that of θ_c, within the tier's share of Δ, at the round from which on the exact chain has settled there,
 * in antithetic pairs of runs.
 * Refuted when the chain itself does not settle within `rounds`.
 */
export function decideLimit(name: string, setting: Setting, schedule: Schedule, rounds: number, trial: Trial): Outcome {
  const { theory, simulator } = trial.world;
  const centers = theory.coordinates(setting, setting.knowledgeCenter);
  const means = theory.exactMeans(setting, schedule, rounds);
  const zone = trial.tier.indifference * theory.bias(setting);
  const along = (j: number) => means.map((mean) => mean[j]! - centers[j]!);
  const coordinate = (j: number) => `v_${j + 1}ᵀ(θ̂_k−θ_c), ${name}`;
  const paths = centers.map((_, j) => settles(coordinate(j), along(j), 0, zone));
  const endings = paths.map(({ ending }) => ending);
  if (endings.some(({ verdict }) => verdict === 'refuted')) return outcomeOf(endings, 0);
  const late = Math.max(1, ...paths.map(({ round }) => round));
  const range = distanceRange(setting);
  const comparisons = centers.map((_, j) =>
    settlesAt(`${coordinate(j)}, k = ${late}`, 0, zone, along(j)[late]!, range),
  );
  // The sd of one coordinate is at most the root of the mean square of all.
  const sd = Math.sqrt(theory.exactTrajectory(setting, schedule, late).toCenter[late]!);
  const sds = comparisons.map(() => sd);
  const run = simulator.prepareRetraining(setting, schedule, late);
  return decideMeans(
    comparisons,
    antithetic(trial, comparisons.length, (stream, out) => {
      const { estimates } = run.run(stream);
      for (let j = 0; j < centers.length; j += 1) out[j] = estimates[late * centers.length + j]! - centers[j]!;
    }),
    { ...trial.errors, maximumReplicates: maximumReplicates(comparisons, sds, trial.errors.falseSupport) },
  );
}
