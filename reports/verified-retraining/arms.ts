import type { Arm } from '../../properties/verified-retraining/vae/arm-text.ts';

/** Whether an arm retrains as the paper does: no frozen verifier, no kept-set size of its own, no mean images. */
export function isPlain({ verifier, kept, images }: Arm): boolean {
  return verifier?.lifecycle !== 'frozen' && kept === undefined && images !== 'mean';
}

/** Whether the verifier's idea of real digits is not the truth. */
export function isBiased({ verifier }: Arm): boolean {
  return Object.keys(verifier?.real ?? {}).some((key) => key !== 'count');
}
