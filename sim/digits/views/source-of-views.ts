import { createHash } from 'node:crypto';
import { pick } from '../batches.ts';
import type { DigitSource, Digits, View } from '../digits.ts';
import { thickestOfEachClass } from '../measures/thickness.ts';
import { type CompleteView, completeView, describeView } from './view.ts';

/** Images without their identity. */
export type Images = Pick<Digits, 'count' | 'side' | 'pixels' | 'labels'>;

/** The halves of a source. */
export type Part = 'training' | 'test';

/**
 * The source whose digits are what `take` makes, each view once, when first asked for.
 * @param identity what the source is.
 * @param take the images of a part in the side, shear and classes of the view. Choosing the thickest is done here.
 */
export function sourceOfViews(
  identity: Pick<DigitSource, 'kind' | 'provenance' | 'digest'>,
  take: (part: Part, view: CompleteView) => Images,
): DigitSource {
  const known = new Map<string, Digits>();
  const look = (part: Part, view: View): Digits => {
    const complete = completeView(view);
    const key = JSON.stringify([part, complete.side, complete.shear, complete.thickest, complete.classes]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const all: Digits = {
      ...take(part, complete),
      kind: identity.kind,
      provenance: `${identity.provenance}, ${part} digits, ${describeView(complete)}`,
      digest: createHash('sha256').update(`${identity.digest}\n${key}`).digest('hex'),
    };
    const digits = complete.thickest === 1 ? all : pick(all, thickestOfEachClass(all, complete.thickest));
    known.set(key, digits);
    return digits;
  };
  return { ...identity, training: (view) => look('training', view), test: (view) => look('test', view) };
}
