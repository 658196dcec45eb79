import { CLASSES } from '../../digits/digits.ts';
import type { Stream } from '../../random/stream.ts';
import { type Generator, generate, type LabelledImages } from './generate.ts';
import type { RetrainingParts } from './parts.ts';
import type { Arm } from './setting.ts';

/** Scores images: the more real an image looks, the higher its score. */
export type Score = (images: Float32Array) => Promise<Float32Array>;

/**
 * Generates images of each class, scores them, and keeps the share q with the highest scores, `kept` images of all classes together. Without
 * a score, it generates and keeps `kept` images. The random numbers for a class c come from `stream('generate c')` in every arm.
 * @param size pixels of an image.
 */
export async function keepBest(
  generator: Generator,
  score: Score | undefined,
  { keep, images: kind = 'bernoulli' }: Arm,
  kept: number,
  size: number,
  select: RetrainingParts['select'],
  stream: (purpose: string) => Stream,
): Promise<LabelledImages> {
  const perClass = Math.round(kept / CLASSES);
  const count = score === undefined ? perClass : Math.round(perClass / keep);
  const labels = Uint8Array.from({ length: perClass * CLASSES }, (_, place) => Math.floor(place / perClass));
  const images = new Float32Array(labels.length * size);
  const candidates = new Float32Array(count * size);
  for (let label = 0; label < CLASSES; label += 1) {
    const candidateLabels = new Uint8Array(count).fill(label);
    await generate(generator, candidateLabels, kind, stream(`generate ${label}`), candidates);
    const places =
      score === undefined || count === perClass
        ? candidateLabels.keys()
        : (await select({ count, scores: () => score(candidates) }, perClass, stream(`select ${label}`))).values();
    let at = label * perClass * size;
    for (const place of places) {
      images.set(candidates.subarray(place * size, (place + 1) * size), at);
      at += size;
    }
  }
  return { images, labels };
}
