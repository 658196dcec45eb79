import type { Stream } from '../random/stream.ts';
import { CLASSES } from './cvae.ts';
import type { Evaluator, Weights } from './engine.ts';
import { type Generator, generate, type LabelledImages } from './generate.ts';
import type { RetrainingParts } from './parts.ts';
import type { Arm } from './setting.ts';

/** A trained verifier that scores images. */
export interface Verifier {
  readonly evaluator: Evaluator;
  readonly weights: Weights;
}

/**
 * Generates kept / q images of each class, scores them and keeps the best share q; without a verifier, all of kept.
 * `size` is the number of pixels of an image. Latent noise and coins of a class come from `stream('generate c')`, whatever the arm.
 */
export async function keepBest(
  generator: Generator,
  verifier: Verifier | undefined,
  { keep, images: kind = 'bernoulli' }: Arm,
  kept: number,
  size: number,
  select: RetrainingParts['select'],
  stream: (purpose: string) => Stream,
): Promise<LabelledImages> {
  const perClass = Math.round(kept / CLASSES);
  const generated = verifier === undefined ? perClass : Math.round(perClass / keep);
  const labels = Uint8Array.from({ length: perClass * CLASSES }, (_, place) => Math.floor(place / perClass));
  const images = new Float32Array(labels.length * size);
  const candidates = new Float32Array(generated * size);
  for (let label = 0; label < CLASSES; label += 1) {
    const asked = new Uint8Array(generated).fill(label);
    await generate(generator, asked, kind, stream(`generate ${label}`), candidates);
    const places =
      verifier === undefined
        ? asked.keys()
        : select(await scores(verifier, candidates), perClass, stream(`select ${label}`)).values();
    let at = label * perClass * size;
    for (const place of places) {
      images.set(candidates.subarray(place * size, (place + 1) * size), at);
      at += size;
    }
  }
  return { images, labels };
}

function scores({ evaluator, weights }: Verifier, images: Float32Array): Promise<Float32Array> {
  return evaluator.evaluate(weights, { images });
}
