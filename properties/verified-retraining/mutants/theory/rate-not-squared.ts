import * as theory from '../../../../theory/verified-retraining/index.ts';
import { wrongTheory } from '../define.ts';
import { theoryWithFactors } from './wrong-rate.ts';

export const rateNotSquared = wrongTheory({
  id: 'rate-not-squared',
  title: 'the squared distance decays in each round by ρ instead of ρ²',
  module: import.meta.url,
  replaced: theoryWithFactors((setting) => ({
    decay: theory.contractionRate(setting),
    spread: theory.contractionRate(setting),
  })),
});
