import * as theory from '../../../../theory/verified-retraining/index.ts';
import { coordinates, type Setting } from '../../../../theory/verified-retraining/model.ts';
import { wrongTheory } from '../define.ts';
import { theoryWithFactors } from './wrong-rate.ts';

const slopeAtTruth = (setting: Setting) => {
  const truth = coordinates(setting, setting.thetaStar);
  return Math.max(...theory.windows(setting).map((window, j) => theory.transfer(window, truth[j]!).slope));
};

export const rateAtTruth = wrongTheory({
  id: 'rate-at-truth',
  title: 'ρ is the slope of T at θ* instead of θ_c',
  module: import.meta.url,
  replaced: {
    contractionRate: slopeAtTruth,
    ...theoryWithFactors((setting) => ({ decay: slopeAtTruth(setting) ** 2, spread: slopeAtTruth(setting) })),
  },
});
