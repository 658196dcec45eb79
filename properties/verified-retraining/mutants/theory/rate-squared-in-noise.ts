import * as theory from '../../../../theory/verified-retraining/index.ts';
import { wrongTheory } from '../define.ts';
import { theoryWithFactors } from './wrong-rate.ts';

export const rateSquaredInNoise = wrongTheory({
  id: 'rate-squared-in-noise',
  title: 'the noise term of Theorem 4.1 carries ρ² instead of ρ',
  module: import.meta.url,
  replaced: theoryWithFactors((setting) => {
    const squared = theory.contractionRate(setting) ** 2;
    return { decay: squared, spread: squared };
  }),
});
