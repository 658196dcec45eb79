import { proceduralSource } from '../../../sim/digits/procedural.ts';
import { openEngine } from '../../../sim/networks/engines/index.ts';
import type { VaeSetting } from '../../../sim/verified-retraining/vae/setting.ts';
import { settings } from '../../verified-retraining/vae/tier.ts';
import { paperWorld } from '../../verified-retraining/world.ts';
import { type Claim, type DrawnClaim, isDrawn } from '../claim.ts';
import { errorsOf } from '../kinds/drawn-settings/plan.ts';
import { verifyDraw } from '../kinds/drawn-settings/verify.ts';
import type { RetrainingClaim } from '../kinds/replicated-runs/claim.ts';
import { tiers } from '../tier.ts';
import type { Exercise } from './measure.ts';

/** Which code runs depends little on the seed, and on one and the same everywhere: what was measured can be compared. */
const SEED = 1;

/** What executes the code of a claim as verification does, in the paper's world, at a small part of its cost. */
export function exerciseOf(claim: Claim): Exercise {
  return { claim: claim.id, run: () => (isDrawn(claim) ? drawRegimes(claim) : retrainArms(claim)) };
}

/** The first draw of each regime, decided as in the quick tier. */
async function drawRegimes(claim: DrawnClaim): Promise<void> {
  const tier = tiers.quick;
  const options = { seed: SEED, tier, errors: errorsOf(tier) };
  for (const draw of claim.domain.regimes.keys()) verifyDraw(claim, draw, options);
}

/** Networks small enough that training them takes no time; all else is the quick tier's setting. */
const small: VaeSetting = {
  ...settings.warm,
  realImages: 50,
  hidden: 12,
  latent: 2,
  batch: 16,
  initialSteps: 15,
  roundSteps: 10,
  kept: 100,
  verifier: { ...settings.warm.verifier, hidden: [8], batch: 8, steps: 8 },
};

/** Rounds that an arm is run: from the second on, verifiers and kept sets are what an earlier round has made of them. */
const ROUNDS = { first: 1, short: 2, long: 2 } as const;

/** One replicate of every arm. Engine and digits are its own, as what they remember of one claim's runs would be missed in the next one's. */
async function retrainArms(claim: RetrainingClaim): Promise<void> {
  const engine = await openEngine('onnx');
  const digits = proceduralSource();
  const checkpoint = { load: async () => undefined, save: async () => {} };
  for (const { arm, rounds } of Object.values(claim.arms)) {
    const run = { seed: SEED, replicate: 0, rounds: ROUNDS[rounds], observeAll: false, samples: true, checkpoint };
    await paperWorld.retrain({ engine, digits, setting: small, arm, ...run });
  }
}
