import type { Digits } from '../../../../digits/digits.ts';
import { keyedStream } from '../../../../random/stream.ts';

/** Digits with the given pixels. All are of class 0 when no labels are given. */
export function exampleDigits(side: number, pixels: ArrayLike<number>, labels?: ArrayLike<number>): Digits {
  const count = pixels.length / side ** 2;
  return {
    kind: 'procedural',
    provenance: 'example',
    digest: '',
    count,
    side,
    pixels: Uint8Array.from(pixels),
    labels: labels === undefined ? new Uint8Array(count) : Uint8Array.from(labels),
  };
}

/**
 * Digits of the classes 0 … 9 in turn. Each is the template of its class with a tenth of its pixels inverted at random. The templates are
 * random pixels, the same for every seed.
 */
export function noisyTemplates(side: number, count: number, seed: number): Digits {
  const size = side ** 2;
  const templateStream = keyedStream(0, 'templates', side, 0);
  const templates = Uint8Array.from({ length: 10 * size }, () => Number(templateStream.uniform() < 1 / 2));
  const noise = keyedStream(seed, 'noise', side, 0);
  const inverted = () => Number(noise.uniform() < 1 / 10);
  return exampleDigits(
    side,
    Uint8Array.from({ length: count * size }, (_, i) => templates[i % (10 * size)]! ^ inverted()),
    Uint8Array.from({ length: count }, (_, i) => i % 10),
  );
}
