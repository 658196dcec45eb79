import { proceduralSource } from '../../../sim/digits/procedural/procedural-source.ts';
import { openEngine } from '../../../sim/networks/engines/index.ts';
import type { VaeSetting } from '../../../sim/verified-retraining/vae/setting.ts';
import { paperWorld } from '../world.ts';
import type { VaeClaim } from './claim.ts';
import { settings } from './settings.ts';

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
export async function exerciseArms({ arms }: VaeClaim): Promise<void> {
  const engine = await openEngine('onnx');
  const digits = proceduralSource();
  const checkpoint = { load: async () => undefined, save: async () => {} };
  for (const { arm, rounds } of Object.values(arms)) {
    const run = { seed: 1, replicate: 0, rounds: ROUNDS[rounds], observeAll: false, samples: true, checkpoint };
    await paperWorld.retrain({ engine, digits, setting: small, arm, ...run });
  }
}
