import type { Claim } from '../../engine/claim.ts';
import type { ClaimGroup } from '../../engine/suite-content.ts';
import { boundedNotConvergent } from './collapse/bounded-not-convergent.ts';
import { collapseGrowth } from './collapse/collapse-growth.ts';
import { escapeCollapse } from './collapse/escape-collapse.ts';
import { counterexamples } from './counterexamples/counterexamples.ts';
import { gaussianDesignRate } from './designs/gaussian-design-rate.ts';
import { otherDesigns } from './designs/other-designs.ts';
import { gainSign } from './gain/gain-sign.ts';
import { boundTight } from './many-rounds/bound-tight.ts';
import { constantScheduleFloor } from './many-rounds/constant-schedule-floor.ts';
import { convergenceBound } from './many-rounds/convergence-bound.ts';
import { convergesToCenter } from './many-rounds/converges-to-center.ts';
import { exactChain } from './many-rounds/exact-chain.ts';
import { notToTruth } from './many-rounds/not-to-truth.ts';
import { oneStepInequality } from './many-rounds/one-step-inequality.ts';
import { selectivityRate } from './many-rounds/selectivity-rate.ts';
import { biasTowardCenter } from './one-round/bias-toward-center.ts';
import { oneRoundExact } from './one-round/one-round-exact.ts';
import { oneRoundNeverFinishes } from './one-round/one-round-never-finishes.ts';
import { remainder } from './one-round/remainder.ts';
import { smooth } from './one-round/smooth.ts';
import { varianceShrinkage } from './one-round/variance-shrinkage.ts';
import { plateauAndReversal } from './regimes/plateau-and-reversal.ts';
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
import { acceptanceProbability } from './verifier/acceptance-probability.ts';
import { acceptedLaw } from './verifier/accepted-law.ts';
import { directionsDecouple } from './verifier/directions-decouple.ts';
import { equivariance } from './verifier/equivariance.ts';
import { olsStart } from './verifier/ols-start.ts';

/** The parts of the paper that claims belong to, in the order of `claims`. */
export const groups: readonly ClaimGroup[] = [
  { id: 'verifier', title: 'The fit to real data and what the verifier accepts' },
  { id: 'one-round', title: 'One verified round' },
  { id: 'gain', title: 'Whether one round improves on the fit to real data' },
  { id: 'transfer-map', title: 'The transfer map' },
  { id: 'many-rounds', title: 'Many verified rounds' },
  { id: 'regimes', title: 'Three regimes of bias' },
  { id: 'collapse', title: 'Collapse without a verifier' },
  { id: 'designs', title: 'Other designs' },
  { id: 'counterexamples', title: 'Loose wordings that are false' },
  { id: 'vae', title: 'Retrained generators' },
];

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
