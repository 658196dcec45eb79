import type { Claim } from '../claim.ts';
import { acceptanceProbability } from './acceptance-probability.ts';
import { acceptedLaw } from './accepted-law.ts';
import { biasTowardCenter } from './bias-toward-center.ts';
import { boundTight } from './bound-tight.ts';
import { boundedNotConvergent } from './bounded-not-convergent.ts';
import { collapseGrowth } from './collapse-growth.ts';
import { constantScheduleFloor } from './constant-schedule-floor.ts';
import { convergenceBound } from './convergence-bound.ts';
import { convergesToCenter } from './converges-to-center.ts';
import { counterexamples } from './counterexamples.ts';
import { directionsDecouple } from './directions-decouple.ts';
import { equivariance } from './equivariance.ts';
import { escapeCollapse } from './escape-collapse.ts';
import { exactChain } from './exact-chain.ts';
import { gainSign } from './gain-sign.ts';
import { gaussianDesignRate } from './gaussian-design-rate.ts';
import { notToTruth } from './not-to-truth.ts';
import { olsStart } from './ols-start.ts';
import { oneRoundExact } from './one-round-exact.ts';
import { oneRoundNeverFinishes } from './one-round-never-finishes.ts';
import { oneStepInequality } from './one-step-inequality.ts';
import { otherDesigns } from './other-designs.ts';
import { plateauAndReversal } from './plateau-and-reversal.ts';
import { remainder } from './remainder.ts';
import { selectivityRate } from './selectivity-rate.ts';
import { smooth } from './smooth.ts';
import { threeRegimes } from './three-regimes.ts';
import { transferMapContraction } from './transfer-map-contraction.ts';
import { transferMapMoments } from './transfer-map-moments.ts';
import { transferMapSimulated } from './transfer-map-simulated.ts';
import { varianceShrinkage } from './variance-shrinkage.ts';

/** Every claim, group by group in the order of the paper. */
export const claims: readonly Claim[] = [
  acceptanceProbability,
  acceptedLaw,
  directionsDecouple,
  equivariance,
  olsStart,
  biasTowardCenter,
  oneRoundExact,
  oneRoundNeverFinishes,
  remainder,
  smooth,
  varianceShrinkage,
  gainSign,
  transferMapContraction,
  transferMapMoments,
  transferMapSimulated,
  boundTight,
  constantScheduleFloor,
  convergenceBound,
  convergesToCenter,
  exactChain,
  notToTruth,
  oneStepInequality,
  selectivityRate,
  plateauAndReversal,
  threeRegimes,
  boundedNotConvergent,
  collapseGrowth,
  escapeCollapse,
  gaussianDesignRate,
  otherDesigns,
  ...counterexamples,
];

/**
 * The claim of an id.
 * @throws RangeError for an unknown id.
 */
export function claimById(id: string): Claim {
  const claim = claims.find((each) => each.id === id);
  if (claim === undefined)
    throw new RangeError(`claim '${id}' is unknown: ${claims.map((each) => each.id).join(', ')}`);
  return claim;
}
