import { streamFamily } from '../../../../sim/random/stream.ts';
import type { Effect } from '../effects/effect.ts';
import { SafeTTest } from '../effects/safe-t-test.ts';

export const rise: Effect = { name: 'rise', direction: 'positive', smallest: 1 };
export const fall: Effect = { name: 'fall', direction: 'negative', smallest: 1 };
export const none: Effect = { name: 'none', direction: 'negligible', smallest: 1 };

/** An error so small that no decision of that kind is made. */
export const NEVER = 1e-300;

/** Normal effects with the given means and standard deviation. Each replicate has its own random stream. */
export const normals =
  (means: readonly number[], deviation = 0.25) =>
  async (replicate: number) => {
    const stream = streamFamily(1, 'effects', 0).at(replicate);
    return means.map((mean) => mean + deviation * stream.normal());
  };

/** The given effects of replicate 0, 1, …. Each row has the observations of one effect. */
export const fixed =
  (...rows: readonly (readonly number[])[]) =>
  async (replicate: number) =>
    rows.map((row) => row[replicate]!);

/** Log-evidence of observations that mean > threshold, or that mean < threshold. */
export function logEvidence(observations: readonly number[], threshold: number, direction: 'above' | 'below'): number {
  const test = new SafeTTest();
  for (const x of observations) test.observe(x);
  return direction === 'above' ? test.logEvidenceAbove(threshold) : test.logEvidenceBelow(threshold);
}
