import type { CurveRecord } from '../../properties/engine/evidence/evidence.ts';

/** A way to retrain, in words. */
export function armText({ verifier, keep, kept, images }: CurveRecord['arm']): string {
  const size = kept && `kept-set size ${kept.first} + ${kept.step}·round times the setting's`;
  const how =
    verifier === undefined ? 'no verifier' : `${verifier.lifecycle} verifier that knows ${poolText(verifier.real)}`;
  const texts = [how, `keeps ${100 * keep} %`, size, images === 'mean' ? 'trains on mean images' : undefined];
  return texts.filter((text) => text !== undefined).join(', ');
}

type Pool = NonNullable<CurveRecord['arm']['verifier']>['real'];

function poolText({ count, shear, thickest, classes }: Pool): string {
  const texts = [
    `${count ?? 'all'} real images`,
    shear === undefined ? undefined : `sheared by ${shear}`,
    thickest === undefined ? undefined : `of the thickest ${100 * thickest} %`,
    classes === undefined ? undefined : `of classes ${classes.join(', ')}`,
  ];
  return texts.filter((text) => text !== undefined).join(' ');
}
