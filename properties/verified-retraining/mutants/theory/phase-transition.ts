import * as theory from '../../../../theory/verified-retraining/index.ts';
import { wrongTheory } from '../../../engine/mutant.ts';

export const phaseTransition = wrongTheory('phase-transition', 'verification stops working at once when Δ exceeds r', {
  oneRoundMse: (setting, kept) => {
    const errors = theory.oneRoundMse(setting, kept);
    const beyond =
      Math.hypot(...setting.thetaStar.map((value, i) => value - setting.knowledgeCenter[i]!)) > setting.radius;
    return beyond ? { ...errors, exact: errors.baseline } : errors;
  },
});
