import type { Arm, RealPool } from '../../../sim/verified-retraining/vae/setting.ts';

export type { Arm };

/** An arm, a way to retrain, in words. */
export function armText({ verifier, keep, kept, images }: Arm): string {
  const size = kept && `kept-set size ${kept.first} + ${kept.step}·round times the setting's`;
  const how =
    verifier === undefined ? 'no verifier' : `${verifier.lifecycle} verifier that knows ${poolText(verifier.real)}`;
  const texts = [how, `keeps ${100 * keep} %`, size, images === 'mean' ? 'trains on mean images' : undefined];
  return texts.filter((text) => text !== undefined).join(', ');
}

function poolText({ count, shear, thickest, classes }: RealPool): string {
  const texts = [
    `${count ?? 'all'} real images`,
    shear === undefined ? undefined : `sheared by ${shear}`,
    thickest === undefined ? undefined : `of the thickest ${100 * thickest} %`,
    classes === undefined ? undefined : `of classes ${classes.join(', ')}`,
  ];
  return texts.filter((text) => text !== undefined).join(' ');
}
