import { type Claim, type DrawnClaim, isDrawn, isRetraining } from '../../engine/claim.ts';
import type { RetrainingClaim } from '../../engine/kinds/replicated-runs/claim.ts';
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
import { vaeBeatsUnverified } from './vae-beats-unverified.ts';
import { vaeCollapse } from './vae-collapse.ts';
import { vaeFrozenVerifier } from './vae-frozen-verifier.ts';
import { vaeFrozenVerifierGains } from './vae-frozen-verifier-gains.ts';
import { vaeKeptSetSize } from './vae-kept-set-size.ts';
import { vaeKnowledgeCenter } from './vae-knowledge-center.ts';
import { vaeNearTermGain } from './vae-near-term-gain.ts';
import { vaePlateau } from './vae-plateau.ts';
import { vaeSelectivity } from './vae-selectivity.ts';
import { vaeVerifierQuality } from './vae-verifier-quality.ts';
import { vaeVerifierQualityFew } from './vae-verifier-quality-few.ts';
import { vaeWeakVerifierTurnsBack } from './vae-weak-verifier-turns-back.ts';
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
  vaeBeatsUnverified,
  vaeCollapse,
  vaeFrozenVerifier,
  vaeFrozenVerifierGains,
  vaeKeptSetSize,
  vaeKnowledgeCenter,
  vaeNearTermGain,
  vaePlateau,
  vaeSelectivity,
  vaeVerifierQuality,
  vaeVerifierQualityFew,
  vaeWeakVerifierTurnsBack,
];

/** Those that are checked on settings drawn from a domain. */
export const drawnClaims: readonly DrawnClaim[] = claims.filter(isDrawn);

/** Those that are decided over replicates of retrained generators. */
export const retrainingClaims: readonly RetrainingClaim[] = claims.filter(isRetraining);

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

/**
 * The claim of an id, which draws its settings.
 * @throws RangeError for an unknown id, and for a claim that draws none.
 */
export function drawnClaimById(id: string): DrawnClaim {
  const claim = claimById(id);
  if (isDrawn(claim)) return claim;
  throw new RangeError(`claim '${id}' draws no settings: it is decided over replicates of fixed ones`);
}
