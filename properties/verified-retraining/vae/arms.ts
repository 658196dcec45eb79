import type { Arm } from '../../../sim/verified-retraining/vae/setting.ts';

/** Share of each class's images that a verifier keeps: the paper's 10 %. */
const SELECTIVITY = 0.1;

/** Shear of the sheared verifier's digits: as far again from upright as four times the mean slant of real ones. */
const SHEAR = 0.35;

/** A verifier retrained each round, that takes these images for real. */
const verified = (real: NonNullable<Arm['verifier']>['real']): Arm => ({
  verifier: { real, lifecycle: 'retrained' },
  keep: SELECTIVITY,
});

/** All generated images are kept. */
export const unverified: Arm = { keep: 1 };

/** The verifier knows all real images. */
export const strong = verified({});

/** The verifier knows 500 real images. */
export const middling = verified({ count: 500 });

/** The verifier knows 100 real images. */
export const weak = verified({ count: 100 });

/** The verifier takes sheared digits for real. */
export const sheared = verified({ shear: SHEAR });

/** A strong verifier, trained once against the initial model. */
export const frozen: Arm = { verifier: { real: {}, lifecycle: 'frozen' }, keep: SELECTIVITY };

/** A strong verifier that keeps 30 %. */
export const lenient: Arm = { ...strong, keep: 0.3 };

/** A strong verifier that keeps everything. */
export const keepsAll: Arm = { ...strong, keep: 1 };

/** A strong verifier and a kept set that stays at 15 % of the setting's size. */
export const starved: Arm = { ...strong, kept: { first: 0.15, step: 0 } };

/** The same start, growing by 45 % of the setting's size a round. */
export const growing: Arm = { ...strong, kept: { first: 0.15, step: 0.45 } };
