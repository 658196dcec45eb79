import * as theory from '../../../../theory/verified-retraining/index.ts';
import { wrongTheory } from '../../../engine/mutant.ts';
import { theoryWithFactors } from './wrong-rate.ts';

export const rateSquaredInNoise = wrongTheory(
  'rate-squared-in-noise',
  'the noise term of Theorem 4.1 carries ρ² instead of ρ',
  theoryWithFactors((setting) => {
    const squared = theory.contractionRate(setting) ** 2;
    return { decay: squared, spread: squared };
  }),
);
