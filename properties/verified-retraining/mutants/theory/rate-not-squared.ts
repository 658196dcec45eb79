import * as theory from '../../../../theory/verified-retraining/index.ts';
import { wrongTheory } from '../../../engine/mutant.ts';
import { theoryWithFactors } from './wrong-rate.ts';

export const rateNotSquared = wrongTheory(
  'rate-not-squared',
  'the squared distance decays by ρ instead of ρ² a round',
  theoryWithFactors((setting) => ({ decay: theory.contractionRate(setting), spread: theory.contractionRate(setting) })),
);
