import type { Mutant } from '../../engine/mutant.ts';
import type { World } from '../world.ts';
import { acceptComplement } from './simulator/accept-complement.ts';
import { acceptEverything } from './simulator/accept-everything.ts';
import { allowanceIsSigma } from './simulator/allowance-is-sigma.ts';
import { clipping } from './simulator/clipping.ts';
import { cumulativePooling } from './simulator/cumulative-pooling.ts';
import { labelsFromTruth } from './simulator/labels-from-truth.ts';
import { noAllowance } from './simulator/no-allowance.ts';
import { oneSided } from './simulator/one-sided.ts';
import { proposalsCounted } from './simulator/proposals-counted.ts';
import { radiusWithoutNorm } from './simulator/radius-without-norm.ts';
import { realDataKept } from './simulator/real-data-kept.ts';
import { samplesReused } from './simulator/samples-reused.ts';
import { sharedNoise } from './simulator/shared-noise.ts';
import { sigmaIsOne } from './simulator/sigma-is-one.ts';
import { verifierAtOrigin } from './simulator/verifier-at-origin.ts';
import { windowAtEstimate } from './simulator/window-at-estimate.ts';
import { alphaBetaSwapped } from './theory/alpha-beta-swapped.ts';
import { bareM1Squared } from './theory/bare-m1-squared.ts';
import { firstKeptIsReal } from './theory/first-kept-is-real.ts';
import { m1m3Dropped } from './theory/m1m3-dropped.ts';
import { phaseTransition } from './theory/phase-transition.ts';
import { pooledGrowth } from './theory/pooled-growth.ts';
import { radiusAlone } from './theory/radius-alone.ts';
import { rateAtTruth } from './theory/rate-at-truth.ts';
import { rateNotSquared } from './theory/rate-not-squared.ts';
import { rateSquaredInNoise } from './theory/rate-squared-in-noise.ts';
import { secondMomentRaw } from './theory/second-moment-raw.ts';
import { thirdMomentSign } from './theory/third-moment-sign.ts';
import { vaeMutants } from './vae/index.ts';

/** The mutants of this paper: of the theory and of the simulators in alphabetical order, then of the retraining of generators. */
export const mutants: readonly Mutant<World>[] = [
  acceptComplement,
  acceptEverything,
  allowanceIsSigma,
  alphaBetaSwapped,
  bareM1Squared,
  clipping,
  cumulativePooling,
  firstKeptIsReal,
  labelsFromTruth,
  m1m3Dropped,
  noAllowance,
  oneSided,
  phaseTransition,
  pooledGrowth,
  proposalsCounted,
  radiusAlone,
  radiusWithoutNorm,
  rateAtTruth,
  rateNotSquared,
  rateSquaredInNoise,
  realDataKept,
  samplesReused,
  secondMomentRaw,
  sharedNoise,
  sigmaIsOne,
  thirdMomentSign,
  verifierAtOrigin,
  windowAtEstimate,
  ...vaeMutants,
];
