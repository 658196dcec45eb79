import type { FormulaValues } from '../manifest/evaluate.ts';
import { acceptanceProbability } from './acceptance.ts';
import { oneStepBound } from './many-rounds/one-step.ts';
import { stationaryFloorBound } from './many-rounds/stationary-floor.ts';
import { distanceToCenterBound, unverifiedError } from './many-rounds.ts';
import type { Setting } from './model.ts';
import { oneRoundFloor } from './one-round/floor.ts';
import { secondOrderRemainder } from './one-round/remainder.ts';
import { oneRoundMse } from './one-round.ts';
import { fastGrowthError, improvementBoundary } from './regimes.ts';
import { contractionRate, transfer } from './transfer-map.ts';
import { truncatedNormalCumulants, truncatedNormalMoments } from './truncated-normal.ts';
import { standardized, windowHalfWidth, windows } from './window.ts';

/** A problem at which formulas and implementations are evaluated. */
export interface Problem {
  readonly setting: Setting;
  readonly schedule: readonly number[];
  readonly kept: number;
  readonly squaredDistance: number;
  readonly x: number;
}

/** The values of the given symbols in a problem. */
export const wholeSetting = ({ setting, schedule, kept, squaredDistance }: Problem): FormulaValues => ({
  p: setting.singularValues.length,
  sigma: setting.noise,
  sigma_c: setting.noiseAllowance,
  r: setting.radius,
  theta: setting.thetaStar,
  c: setting.knowledgeCenter,
  mu: setting.singularValues,
  n: schedule,
  k: schedule.length,
  n_1: kept,
  n_k: kept,
  D: squaredDistance,
});

/** The first direction alone, with the generator at the truth. */
const firstDirection = (problem: Problem): FormulaValues => {
  const { sigma, sigma_c, r } = wholeSetting(problem) as Record<string, number>;
  const { thetaStar, knowledgeCenter } = problem.setting;
  return { sigma: sigma!, sigma_c: sigma_c!, r: r!, c: knowledgeCenter[0]!, u: thetaStar[0]! };
};

const window = ({ setting }: Problem) => windows(setting)[0]!;
const truth = ({ setting }: Problem) => setting.thetaStar[0]!;
const ends = (problem: Problem) => standardized(window(problem), truth(problem));
const moments = (problem: Problem) => truncatedNormalMoments(ends(problem).alpha, ends(problem).beta);
const cumulants = (problem: Problem) => truncatedNormalCumulants(ends(problem).alpha, ends(problem).beta);
const below = ({ x }: Problem) => truncatedNormalMoments(Number.NEGATIVE_INFINITY, x);

/** Raw moments 1 … 5 by the recursion M_s = Σ_i C(s−1, i) κ_{s−i} M_i. */
function rawMoments(problem: Problem): number[] {
  const kappa = cumulants(problem);
  const raw = [1];
  let binomials = [1];
  for (let s = 1; s <= kappa.length; s++) {
    raw.push(binomials.reduce((sum, choose, i) => sum + choose * kappa[s - i - 1]! * raw[i]!, 0));
    binomials = [1, ...binomials.slice(1).map((choose, i) => choose + binomials[i]!), 1];
  }
  return raw;
}

type Values = (problem: Problem) => FormulaValues;
type Implementation = (problem: Problem) => number | readonly number[];

const atX: Values = ({ x }) => ({ x });

/** For each formula, by id: the values that it is evaluated at, and the implementation that must give the same. */
export const implementations: Readonly<Record<string, readonly [Values, Implementation]>> = {
  phi: [atX, (problem) => -below(problem).mean * Math.exp(below(problem).logMass)],
  Phi: [atX, (problem) => Math.exp(below(problem).logMass)],
  R: [firstDirection, ({ setting }) => windowHalfWidth(setting)],
  w: [firstDirection, ({ setting }) => windowHalfWidth(setting) / setting.noise],
  rho: [firstDirection, ({ setting }) => contractionRate(setting)],
  alpha: [firstDirection, (problem) => ends(problem).alpha],
  beta: [firstDirection, (problem) => ends(problem).beta],
  A: [firstDirection, (problem) => Math.exp(moments(problem).logMass)],
  M_1: [firstDirection, (problem) => rawMoments(problem)[1]!],
  M_2: [firstDirection, (problem) => rawMoments(problem)[2]!],
  M_3: [firstDirection, (problem) => rawMoments(problem)[3]!],
  M_4: [firstDirection, (problem) => rawMoments(problem)[4]!],
  M_5: [firstDirection, (problem) => rawMoments(problem)[5]!],
  m_1: [firstDirection, (problem) => moments(problem).mean],
  m_2: [firstDirection, (problem) => moments(problem).variance],
  m_3: [firstDirection, (problem) => moments(problem).thirdCentral],
  kappa_4: [firstDirection, (problem) => cumulants(problem)[3]],
  kappa_5: [firstDirection, (problem) => cumulants(problem)[4]],
  T: [firstDirection, (problem) => transfer(window(problem), truth(problem)).value],
  B: [wholeSetting, ({ setting, kept }) => oneRoundMse(setting, kept).baseline],
  Delta: [
    wholeSetting,
    ({ setting }) => Math.hypot(...setting.knowledgeCenter.map((center, j) => center - setting.thetaStar[j]!)),
  ],
  E_0: [wholeSetting, ({ setting }) => distanceToCenterBound(setting, [], 0)],
  'ols-start': [wholeSetting, ({ setting, kept }) => oneRoundMse(setting, kept).baseline],
  'acceptance-probability': [firstDirection, ({ setting }) => acceptanceProbability(setting, setting.thetaStar)[0]!],
  'thm3.1.leading-order': [wholeSetting, ({ setting, kept }) => oneRoundMse(setting, kept).leadingOrder],
  'thm3.1.remainder': [wholeSetting, ({ setting, kept }) => secondOrderRemainder(setting, kept)],
  'thm3.1.gain-sign': [wholeSetting, ({ setting, kept }) => improvementBoundary(setting, kept) ?? Number.NaN],
  'thm3.1.never-finishes': [wholeSetting, ({ setting }) => oneRoundFloor(setting)],
  'transfer-map.contraction': [firstDirection, ({ setting }) => contractionRate(setting)],
  'transfer-map.moments': [
    firstDirection,
    (problem) => {
      const { value, slope, curvature } = transfer(window(problem), truth(problem));
      return [value, slope, curvature];
    },
  ],
  'thm4.1.one-step': [
    wholeSetting,
    ({ setting, squaredDistance, kept }) => oneStepBound(setting, squaredDistance, kept),
  ],
  'thm4.1.bound': [
    wholeSetting,
    ({ setting, schedule }) => distanceToCenterBound(setting, schedule, schedule.length).at(-1)!,
  ],
  'thm4.1.constant-schedule-floor': [
    (problem) => ({ ...wholeSetting(problem), n: problem.kept }),
    ({ setting, kept }) => stationaryFloorBound(setting, kept),
  ],
  'regimes.three': [wholeSetting, ({ setting, schedule }) => fastGrowthError(setting, schedule.length).at(-1)!],
  'collapse.growth': [
    wholeSetting,
    ({ setting, schedule }) => unverifiedError(setting, schedule, schedule.length).at(-1)!,
  ],
};
