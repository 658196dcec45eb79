import { createHash } from 'node:crypto';
import { pick } from '../batches.ts';
import type { DigitSource, Digits } from '../digits.ts';
import { type Part, sourceOfViews } from '../views/source-of-views.ts';
import { proceduralDigits } from './procedural-digits.ts';

/** Number of digits in each part. The test part has as many as that of MNIST; the training part is drawn within a second. */
const COUNTS: Readonly<Record<Part, number>> = { training: 20_000, test: 10_000 };

/** Seed of the source. It does not depend on the seed of a run: like MNIST, the source is one fixed population. */
const SEED = 0;

/**
 * The procedural digits that replace MNIST where it is not available: always the same 20 000 training digits and 10 000 test digits. A sheared view
 * has the same strokes, sheared before they are drawn.
 */
export function proceduralSource(): DigitSource {
  const draw = (part: Part, side: 14 | 28, shear: number) =>
    proceduralDigits({ count: COUNTS[part], side, seed: SEED, part, shear });
  const drawn: Readonly<Record<Part, Digits>> = { training: draw('training', 14, 0), test: draw('test', 14, 0) };
  const { training, test } = drawn;
  const identity = {
    kind: 'procedural',
    provenance: 'procedural digits drawn by strokes under random warps, affine maps and pen widths',
    digest: createHash('sha256').update(`${training.digest}\n${test.digest}`).digest('hex'),
  } as const;
  return sourceOfViews(identity, (part, { side, shear, classes }) => {
    const all = side === 14 && shear === 0 ? drawn[part] : draw(part, side, shear);
    const chosen = Uint32Array.from({ length: all.count }, (_, i) => i).filter((i) => classes.includes(all.labels[i]!));
    return chosen.length === all.count ? all : pick(all, chosen);
  });
}
