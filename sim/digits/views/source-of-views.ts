import { createHash } from 'node:crypto';
import { pick } from '../batches.ts';
import type { DigitSource, Digits, View } from '../digits.ts';
import { thickestOfEachClass } from '../measures/thickness.ts';
import { type CompleteView, completeView, describeView } from './view.ts';

/** Images without their identity. */
export type Images = Pick<Digits, 'count' | 'side' | 'pixels' | 'labels'>;

/** A part of a source. */
export type Part = 'training' | 'test';

/**
 * A source of digits whose views are made by `take`, each at its first use.
 * @param identity kind, provenance and digest of the source.
 * @param take makes the images of a part with the side, shear and classes of a view. The thickest of them are chosen here.
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
