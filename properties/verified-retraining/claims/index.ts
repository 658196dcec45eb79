import { type Claim, type DrawnClaim, isDrawn, isRetraining } from '../../engine/claim.ts';
import type { RetrainingClaim } from '../../engine/kinds/replicated-runs/claim.ts';
import { acceptanceProbability } from './verifier/acceptance-probability.ts';
import { acceptedLaw } from './verifier/accepted-law.ts';
import { biasTowardCenter } from './one-round/bias-toward-center.ts';
import { boundTight } from './many-rounds/bound-tight.ts';
import { boundedNotConvergent } from './collapse/bounded-not-convergent.ts';
import { collapseGrowth } from './collapse/collapse-growth.ts';
import { constantScheduleFloor } from './many-rounds/constant-schedule-floor.ts';
import { convergenceBound } from './many-rounds/convergence-bound.ts';
import { convergesToCenter } from './many-rounds/converges-to-center.ts';
import { counterexamples } from './counterexamples/counterexamples.ts';
import { directionsDecouple } from './verifier/directions-decouple.ts';
import { equivariance } from './verifier/equivariance.ts';
import { escapeCollapse } from './collapse/escape-collapse.ts';
import { exactChain } from './many-rounds/exact-chain.ts';
import { gainSign } from './gain/gain-sign.ts';
import { gaussianDesignRate } from './designs/gaussian-design-rate.ts';
import { notToTruth } from './many-rounds/not-to-truth.ts';
import { olsStart } from './verifier/ols-start.ts';
import { oneRoundExact } from './one-round/one-round-exact.ts';
import { oneRoundNeverFinishes } from './one-round/one-round-never-finishes.ts';
import { oneStepInequality } from './many-rounds/one-step-inequality.ts';
import { otherDesigns } from './designs/other-designs.ts';
import { plateauAndReversal } from './regimes/plateau-and-reversal.ts';
import { remainder } from './one-round/remainder.ts';
import { selectivityRate } from './many-rounds/selectivity-rate.ts';
import { smooth } from './one-round/smooth.ts';
import { threeRegimes } from './regimes/three-regimes.ts';
import { transferMapContraction } from './transfer-map/transfer-map-contraction.ts';
import { transferMapMoments } from './transfer-map/transfer-map-moments.ts';
import { transferMapSimulated } from './transfer-map/transfer-map-simulated.ts';
import { vaeBeatsUnverified } from './vae/vae-beats-unverified.ts';
import { vaeCollapse } from './vae/vae-collapse.ts';
import { vaeFrozenVerifier } from './vae/vae-frozen-verifier.ts';
import { vaeFrozenVerifierGains } from './vae/vae-frozen-verifier-gains.ts';
import { vaeKeptSetSize } from './vae/vae-kept-set-size.ts';
import { vaeKnowledgeCenter } from './vae/vae-knowledge-center.ts';
import { vaeNearTermGain } from './vae/vae-near-term-gain.ts';
import { vaePlateau } from './vae/vae-plateau.ts';
import { vaeSelectivity } from './vae/vae-selectivity.ts';
import { vaeVerifierQuality } from './vae/vae-verifier-quality.ts';
import { vaeVerifierQualityFew } from './vae/vae-verifier-quality-few.ts';
import { vaeWeakVerifierTurnsBack } from './vae/vae-weak-verifier-turns-back.ts';
import { varianceShrinkage } from './one-round/variance-shrinkage.ts';

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
