import type { Mutant } from '../../engine/mutant.ts';
import { acceptComplement } from './accept-complement.ts';
import { acceptEverything } from './accept-everything.ts';
import { allowanceIsSigma } from './allowance-is-sigma.ts';
import { alphaBetaSwapped } from './alpha-beta-swapped.ts';
import { bareM1Squared } from './bare-m1-squared.ts';
import { clipping } from './clipping.ts';
import { cumulativePooling } from './cumulative-pooling.ts';
import { firstKeptIsReal } from './first-kept-is-real.ts';
import { labelsFromTruth } from './labels-from-truth.ts';
import { m1m3Dropped } from './m1m3-dropped.ts';
import { noAllowance } from './no-allowance.ts';
import { oneSided } from './one-sided.ts';
import { phaseTransition } from './phase-transition.ts';
import { pooledGrowth } from './pooled-growth.ts';
import { proposalsCounted } from './proposals-counted.ts';
import { radiusAlone } from './radius-alone.ts';
import { radiusWithoutNorm } from './radius-without-norm.ts';
import { rateAtTruth } from './rate-at-truth.ts';
import { rateNotSquared } from './rate-not-squared.ts';
import { rateSquaredInNoise } from './rate-squared-in-noise.ts';
import { realDataKept } from './real-data-kept.ts';
import { samplesReused } from './samples-reused.ts';
import { secondMomentRaw } from './second-moment-raw.ts';
import { sharedNoise } from './shared-noise.ts';
import { sigmaIsOne } from './sigma-is-one.ts';
import { thirdMomentSign } from './third-moment-sign.ts';
import { vaeKeepsWorst } from './vae-keeps-worst.ts';
import { vaeRealImagesLeaked } from './vae-real-images-leaked.ts';
import { vaeReplicateTwice } from './vae-replicate-twice.ts';
import { vaeScheduleIgnored } from './vae-schedule-ignored.ts';
import { vaeScoresShuffled } from './vae-scores-shuffled.ts';
import { vaeTargetsSwapped } from './vae-targets-swapped.ts';
import { vaeTruthAsReference } from './vae-truth-as-reference.ts';
import { vaeVerifierUnused } from './vae-verifier-unused.ts';
import { vaeWrongReference } from './vae-wrong-reference.ts';
import { verifierAtOrigin } from './verifier-at-origin.ts';
import { windowAtEstimate } from './window-at-estimate.ts';

/** Every wrong world, in alphabetical order of file names. */
export const mutants: readonly Mutant[] = [
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
  vaeKeepsWorst,
  vaeRealImagesLeaked,
  vaeReplicateTwice,
  vaeScoresShuffled,
  vaeScheduleIgnored,
  vaeTargetsSwapped,
  vaeTruthAsReference,
  vaeVerifierUnused,
  vaeWrongReference,
];

/**
 * The mutant of an id.
 * @throws RangeError for an unknown id.
 */
export function mutantById(id: string): Mutant {
  const mutant = mutants.find((each) => each.id === id);
  if (mutant === undefined)
    throw new RangeError(`mutant '${id}' is unknown: ${mutants.map((each) => each.id).join(', ')}`);
  return mutant;
}
