import { equals } from '../properties/engine/decide/comparison.ts';
import { decideDistribution } from '../properties/engine/decide/decide-distribution.ts';
import { decideEffects } from '../properties/engine/decide/decide-effects.ts';
import { decideMeans } from '../properties/engine/decide/decide-means.ts';
import { decideProportion } from '../properties/engine/decide/decide-proportion.ts';
import { dkwSampleSize } from '../properties/engine/decide/distributions/dkw-band.ts';
import { keyedStream } from '../sim/random/stream.ts';
import { truncatedNormalMoments } from '../theory/verified-retraining/truncated-normal.ts';
import { alternate, perSecond, type Task, task } from './harness/alternate.ts';
import type { Effort, Table } from './harness/part.ts';

/** Errors so small that none of these decisions ends before its cap: all take as many observations in every run. */
const NEVER = { falseSupport: 1e-300, falseRefutation: 1e-300 };

/** Errors of the band, which looks once, and the product of its observations and its squared margin. */
const BAND = { errors: { falseSupport: 1e-6, falseRefutation: 1e-6 }, squares: 2 * Math.log(2e6) };

/** Successes and failures of a look at a yes/no stream. */
const BATCH = { successes: 60, failures: 40 };

/** What a decision costs beside the simulation: observations, made beforehand, that it takes in a second. */
export async function decisions({ smoke, ...effort }: Effort): Promise<readonly Table[]> {
  const timings = await alternate(tasks(smoke ? 200 : 20_000, smoke ? 4 : 200), effort);
  const rows = timings.map((timing) => ({
    decision: timing.name,
    'observations, thousand/s': perSecond(timing) / 1e3,
  }));
  return [{ title: 'Decisions: observations a second of one core', rows }];
}

function tasks(observations: number, replicates: number): Task[] {
  const stream = keyedStream(1, 'observations', 0, 0);
  const normals = Float64Array.from({ length: observations }, () => stream.normal());
  const squares = normals.map((z) => Math.min(z ** 2, 9));
  const mean = squares.reduce((sum, square) => sum + square, 0) / observations;
  const means = (name: string, range?: readonly [number, number]) =>
    task(name, observations, () => {
      const sample = (replicate: number, out: Float64Array) => {
        out[0] = squares[replicate]!;
      };
      const options = { ...NEVER, maximumReplicates: observations };
      requireAll(decideMeans([equals('mean', mean, mean / 10, range)], sample, options).replicates, observations);
    });
  const trials = BATCH.successes + BATCH.failures;
  const margin = Math.sqrt(BAND.squares / observations);
  const band = dkwSampleSize(margin, BAND.errors.falseSupport);
  return [
    means('mean of a bounded observable: betting', [0, 9]),
    means('mean of an unbounded observable: clipped betting'),
    task(`probability: beta-binomial, a look every ${trials}`, observations, () => {
      const options = { ...NEVER, maximumTrials: observations };
      requireAll(
        decideProportion({ name: 'p', predicted: 0.6, margin: 0.001 }, () => BATCH, options).trials,
        observations,
      );
    }),
    task('law: Dvoretzky–Kiefer–Wolfowitz band, the normal law', band, () =>
      decideDistribution(
        { name: 'law', cdf: (z) => Math.exp(truncatedNormalMoments(Number.NEGATIVE_INFINITY, z).logMass), margin },
        (replicate) => normals[replicate % observations]!,
        BAND.errors,
      ),
    ),
    task('effect: right-Haar t-test, a look at every one', replicates, async () => {
      const { replicates: seen } = await decideEffects(
        [{ name: 'effect', direction: 'positive', smallest: 0.1 }],
        async (replicate) => [normals[replicate]!],
        { ...NEVER, leastReplicates: 2, maximumReplicates: replicates },
      );
      requireAll(seen, replicates);
    }),
  ];
}

/** A decision that ended early would be timed as if it had looked at all. */
function requireAll(seen: number, all: number): void {
  if (seen !== all) throw new Error(`the decision ended after ${seen} of ${all} observations: it cannot be timed`);
}
