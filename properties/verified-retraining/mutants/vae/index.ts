import type { VaeMutant } from '../../vae/mutant.ts';
import { vaeKeepsWorst } from './vae-keeps-worst.ts';
import { vaeRealImagesLeaked } from './vae-real-images-leaked.ts';
import { vaeReplicateTwice } from './vae-replicate-twice.ts';
import { vaeScheduleIgnored } from './vae-schedule-ignored.ts';
import { vaeScoresShuffled } from './vae-scores-shuffled.ts';
import { vaeTargetsSwapped } from './vae-targets-swapped.ts';
import { vaeTruthAsReference } from './vae-truth-as-reference.ts';
import { vaeVerifierUnused } from './vae-verifier-unused.ts';
import { vaeWrongReference } from './vae-wrong-reference.ts';

/** The mutants of the retraining of generators. */
export const vaeMutants: readonly VaeMutant[] = [
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
