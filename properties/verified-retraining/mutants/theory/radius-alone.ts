import * as theory from '../../../../theory/verified-retraining/index.ts';
import type { Setting } from '../../../../theory/verified-retraining/model.ts';
import { wrongTheory } from '../define.ts';
import { theoryWithFactors } from './wrong-rate.ts';

/** R/σ of the narrowest window: without σ_c, a verifier with r = 0 would have no window. */
const NARROWEST = 1e-6;

const withoutAllowance = (setting: Setting): Setting => ({
  ...setting,
  radius: Math.max(setting.radius, NARROWEST * setting.noise),
  noiseAllowance: 0,
});

const rate = (setting: Setting) => theory.contractionRate(withoutAllowance(setting));

export const radiusAlone = wrongTheory({
  id: 'radius-alone',
  title: 'R is r alone, without σ_c',
  module: import.meta.url,
  replaced: {
    contractionRate: rate,
    windowHalfWidth: (setting) => theory.windowHalfWidth(withoutAllowance(setting)),
    windows: (setting) => theory.windows(withoutAllowance(setting)),
    acceptanceProbability: (setting, estimate) => theory.acceptanceProbability(withoutAllowance(setting), estimate),
    oneRoundMse: (setting, kept) => theory.oneRoundMse(withoutAllowance(setting), kept),
    oneRoundLaw: (setting, kept) => theory.oneRoundLaw(withoutAllowance(setting), kept),
    ...theoryWithFactors((setting) => ({ decay: rate(setting) ** 2, spread: rate(setting) })),
  },
});
