import * as theory from '../../../../theory/verified-retraining/index.ts';
import type { Setting } from '../../../../theory/verified-retraining/model.ts';
import { wrongTheory } from '../define.ts';
import { theoryWithFactors } from './wrong-rate.ts';

/** A row of X₀ carries about 1 along each direction, so the real sample size is about the mean of μ². */
const realSamples = ({ singularValues }: Setting) =>
  singularValues.reduce((sum, mu) => sum + mu ** 2, 0) / singularValues.length;

export const firstKeptIsReal = wrongTheory({
  id: 'first-kept-is-real',
  title: 'n₀ in Theorem 4.1 is the real sample size, so every round uses the kept samples of the one before',
  module: import.meta.url,
  replaced: theoryWithFactors(
    (setting) => ({ decay: theory.contractionRate(setting) ** 2, spread: theory.contractionRate(setting) }),
    (setting, schedule, round) => (round === 0 ? realSamples(setting) : schedule[round - 1]!),
  ),
});
