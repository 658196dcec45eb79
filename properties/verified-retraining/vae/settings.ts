import type { VaeSetting } from '../../../sim/verified-retraining/vae/setting.ts';
import type { ReplicationTier } from '../../engine/kinds/replicated-runs/design.ts';
import type { RetrainingTier } from '../tiers.ts';

/** The settings by name; each is a way to retrain. */
export type SettingName = 'warm' | 'fresh' | 'paper';

/** What a tier spends on claims about retrained generators. */
export interface VaeTier extends ReplicationTier {
  readonly settings: readonly SettingName[];
  /** Rounds of an arm whose first step is observed, of one observed on its way, and of one observed until it comes to rest. */
  readonly rounds: { readonly first: number; readonly short: number; readonly long: number };
}

/**
 * The small one: 100 real images, 14×14, the weights carried from round to round. What a prototype found to show every effect at
 * several standard deviations within seconds.
 */
const warm: VaeSetting = {
  side: 14,
  realImages: 100,
  hidden: 128,
  latent: 8,
  batch: 64,
  learningRate: 3e-3,
  initialSteps: 300,
  roundSteps: 150,
  weights: 'warm',
  kept: 2000,
  verifier: { hidden: [64, 32], batch: 64, learningRate: 1e-3, steps: 200, weights: 'warm' },
};

/** As the paper retrains: a fresh model and a fresh, wider verifier in every round. */
const fresh: VaeSetting = {
  ...warm,
  roundSteps: 600,
  weights: 'fresh',
  kept: 5000,
  verifier: { hidden: [128, 64], batch: 64, learningRate: 1e-3, steps: 600, weights: 'fresh' },
};

/** The paper's own sizes: 28×28, 400–20, 500 real images, a fresh model a round. */
const paper: VaeSetting = {
  side: 28,
  realImages: 500,
  hidden: 400,
  latent: 20,
  batch: 128,
  learningRate: 1e-3,
  initialSteps: 1200,
  roundSteps: 1200,
  weights: 'fresh',
  kept: 20_000,
  verifier: { hidden: [512, 256, 128, 64], batch: 128, learningRate: 1e-3, steps: 600, weights: 'fresh' },
};

/** The settings by name. */
export const settings: Readonly<Record<SettingName, VaeSetting>> = { warm, fresh, paper };

/** What each tier spends, by its name. */
export const vaeTiers: Readonly<Record<RetrainingTier['name'], VaeTier>> = {
  quick: {
    settings: ['warm'],
    rounds: { first: 1, short: 4, long: 10 },
    errors: { falseSupport: 0.02, falseRefutation: 0.02 },
    leastReplicates: 3,
    maximumReplicates: 20,
    observedInFull: 0,
  },
  full: {
    settings: ['warm', 'fresh'],
    rounds: { first: 1, short: 5, long: 14 },
    errors: { falseSupport: 1e-3, falseRefutation: 1e-3 },
    leastReplicates: 4,
    maximumReplicates: 40,
    observedInFull: 3,
  },
  paper: {
    settings: ['paper'],
    rounds: { first: 1, short: 10, long: 40 },
    errors: { falseSupport: 1e-3, falseRefutation: 1e-3 },
    leastReplicates: 4,
    maximumReplicates: 12,
    observedInFull: 3,
  },
};
