import type { Stream } from '../../random/stream.ts';
import { type Generator, generate, type LabelledImages } from './generate.ts';
import { CLASSES } from './networks/cvae.ts';
import type { RetrainingParts } from './parts.ts';
import type { Arm } from './setting.ts';

/** Scores images: the more real, the higher. */
export type Score = (images: Float32Array) => Promise<Float32Array>;

/**
 * Generates kept / q images of each class, has them scored and keeps the best share q; without scores, all of kept.
 * `size` is the number of pixels of an image. Latent noise and coins of a class come from `stream('generate c')`, whatever the arm.
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
    const asked = new Uint8Array(count).fill(label);
    await generate(generator, asked, kind, stream(`generate ${label}`), candidates);
    const places =
      score === undefined || count === perClass
        ? asked.keys()
        : (await select({ count, scores: () => score(candidates) }, perClass, stream(`select ${label}`))).values();
    let at = label * perClass * size;
    for (const place of places) {
      images.set(candidates.subarray(place * size, (place + 1) * size), at);
      at += size;
    }
  }
  return { images, labels };
}
