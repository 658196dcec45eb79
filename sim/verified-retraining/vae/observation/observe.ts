import { CLASSES } from '../../../digits/digits.ts';
import { meanInk } from '../../../digits/measures/ink.ts';
import { meanSlant } from '../../../digits/measures/slant.ts';
import type { Weights } from '../../../networks/graph/model.ts';
import { balancedLabels, type Generator, generate, type LabelledImages } from '../generate.ts';
import { classVariance } from '../metrics/class-variance.ts';
import type { Observed } from '../replicate-cache.ts';
import type { Run } from '../run.ts';
import type { RoundMetrics } from '../setting.ts';
import { expensiveMetrics } from './expensive-metrics.ts';
import { type RealStatistics, realStatisticsOf, SAMPLE_COUNT } from './real-statistics.ts';

/**
 * Observes the generator with these weights after a round, on images that no verifier filtered. The images come from the same latent noise in
 * every round and every arm of a replicate.
 */
export async function observeModel(run: Run, round: number, weights: Weights): Promise<Observed> {
  const { digits, observeAll, samples } = run.options;
  const generator = run.generator(weights);
  const real = realStatisticsOf(digits, run.truth);
  const labels = balancedLabels(SAMPLE_COUNT);
  const images = new Float32Array(SAMPLE_COUNT * run.truth.side ** 2);
  await generate(generator, labels, 'bernoulli', run.stream('score', 0), images);
  const metrics = metricsOf(run, round, real, { images, labels });
  return {
    metrics: observeAll ? { ...metrics, ...(await expensiveMetrics(run, weights, real, { images, labels })) } : metrics,
    samples: samples ? [await sampleImages(run, generator)] : [],
  };
}

function metricsOf(run: Run, round: number, real: RealStatistics, { images, labels }: LabelledImages): RoundMetrics {
  const { truth, reference } = run;
  const { space } = real;
  const features = space.project(images, SAMPLE_COUNT);
  const frechet = space.distance(features, real.moments(truth));
  const isTruth = JSON.stringify(reference) === JSON.stringify(truth);
  return {
    round,
    frechet,
    frechetToReference: isTruth ? frechet : space.distance(features, real.moments(reference)),
    classVariance: classVariance(features, labels, space.width) / real.classVariance,
    slant: meanSlant(images, SAMPLE_COUNT, truth.side),
    ink: meanInk(images, SAMPLE_COUNT, truth.side ** 2) / real.ink,
  };
}

/** One image of each class: the decoder's means as bytes, from the same latent noise in every round. */
async function sampleImages(run: Run, generator: Generator): Promise<Uint8Array> {
  const labels = Uint8Array.from({ length: CLASSES }, (_, label) => label);
  const images = new Float32Array(CLASSES * run.truth.side ** 2);
  await generate(generator, labels, 'mean', run.stream('sample', 0), images);
  return Uint8Array.from(images, (ink) => Math.round(255 * ink));
}
