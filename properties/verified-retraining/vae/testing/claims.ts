import type { Arm } from '../../../../sim/verified-retraining/vae/index.ts';
import { defineRetrainingClaim, type RetrainingClaim } from '../../../engine/kinds/replicated-runs/claim.ts';
import type { Equipment } from '../../../engine/kinds/replicated-runs/laboratory.ts';
import { between, changeOf } from '../effects.ts';

/** Claims about the laboratory of this folder, for tests. */

const unverified: Arm = { keep: 1 };
const verified: Arm = { verifier: { real: {}, lifecycle: 'retrained' }, keep: 0.1 };

const text = { group: 'vae', statements: ['vae.collapse'], kind: 'sign', decision: 'By hand.' } as const;

/** True. */
export const grows = defineRetrainingClaim({
  ...text,
  id: 'grows',
  title: 'Without a verifier the distance grows',
  arms: { unverified: { arm: unverified, rounds: 'short' } },
  effects: [{ name: 'growth', direction: 'positive', smallest: 0.1, of: ({ unverified }) => changeOf(unverified) }],
  mutants: ['growth-stops'],
  remarks: ['It grows at the same rate in every round.'],
});

/** True, not held on fresh weights, and of arms of two lengths. */
export const verifiedIsCloser = defineRetrainingClaim({
  ...text,
  id: 'verified-is-closer',
  title: 'With a verifier the distance is smaller',
  arms: { verified: { arm: verified, rounds: 'long' }, unverified: { arm: unverified, rounds: 'short' } },
  effects: [
    {
      name: 'verified / unverified',
      direction: 'negative',
      smallest: 0.1,
      of: ({ verified, unverified }) => between(verified, unverified),
    },
    { name: 'gain', direction: 'negative', smallest: 0.1, of: ({ verified }) => changeOf(verified) },
  ],
  notOn: { fresh: 'it was never tried there' },
  mutants: ['verifier-unused'],
});

/** False; its mutant makes it true. */
export const verifiedGrows = defineRetrainingClaim({
  ...text,
  id: 'verified-grows',
  title: 'With a verifier the distance grows',
  arms: { verified: { arm: verified, rounds: 'short' } },
  effects: [{ name: 'growth', direction: 'positive', smallest: 0.1, of: ({ verified }) => changeOf(verified) }],
  mutants: ['verifier-unused'],
});

/** All of them. */
export const exampleClaims: readonly RetrainingClaim[] = [grows, verifiedIsCloser, verifiedGrows];

/** What they are decided with. */
export const exampleEquipment = {
  laboratory: new URL('./laboratory.ts', import.meta.url).href,
  engine: 'onnx',
  digits: ['mnist', 'procedural'],
} as const satisfies Equipment;
