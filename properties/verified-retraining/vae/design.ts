import { proceduralSource } from '../../../sim/digits/procedural/procedural-source.ts';
import { openEngine } from '../../../sim/networks/engines/index.ts';
import type { Arm, RoundMetrics, VaeSetting } from '../../../sim/verified-retraining/vae/setting.ts';
import type { ReplicatedDesign } from '../../engine/kinds/replicated-runs/design.ts';
import { named } from '../../engine/suite-content.ts';
import type { Tier } from '../../engine/tier.ts';
import { vaeMutants } from '../mutants/vae/index.ts';
import { paperWorld } from '../world.ts';
import { armText } from './arm-text.ts';
import { openVaeBackend, type VaeConfiguration } from './backend.ts';
import type { VaeClaim } from './claim.ts';
import type { VaeMutant } from './mutant.ts';
import { digitsOf, populationName, type VaePopulation } from './population.ts';
import { bySimplestArm } from './same-runs.ts';
import { type SettingName, settings, vaeTiers } from './settings.ts';

/** How claims about retrained generators are run. */
export const vaeDesign: ReplicatedDesign<Arm, VaePopulation, RoundMetrics> = {
  modules: [import.meta.url],
  tiers: vaeTiers,
  configure: ({ engine, mnist }, tier) =>
    ({
      engine: (engine ?? 'onnx') as VaeConfiguration['engine'],
      digits: digitsOf(tier, mnist !== undefined),
    }) satisfies VaeConfiguration,
  widest: (tier) => ({ digits: digitsOf(tier, true) }),
  notices: (configuration, tier) => noticesOf(configuration as VaeConfiguration, tier),
  open: (configuration, local) =>
    openVaeBackend(configuration as VaeConfiguration, local, (mutant) =>
      mutant === null ? paperWorld : vaeMutant(mutant).world,
    ),
  populations: (names, configuration) =>
    (configuration as VaeConfiguration).digits.flatMap((digits) =>
      names.map((setting) => ({ digits, setting: setting as SettingName })),
    ),
  populationName,
  settingOf: ({ digits, setting }) => ({ digits, setting, ...settings[setting] }),
  armText,
  shared: 'the real images, the initial model and the latent noise of a replicate',
  simplest(specification) {
    const { mutant } = specification;
    const sameAs = mutant === null ? undefined : vaeMutant(mutant).sameAs;
    return bySimplestArm(sameAs === undefined ? specification : sameAs(specification));
  },
  misreading(mutant) {
    const { reads } = vaeMutant(mutant);
    return reads === undefined ? undefined : { of: reads };
  },
  /** In training steps. */
  costOf({ population, arm: { verifier: used } }) {
    const { initialSteps, roundSteps, verifier } = settings[population.setting];
    const frozen = used?.lifecycle === 'frozen' ? verifier.steps : 0;
    const retrained = used?.lifecycle === 'retrained' ? verifier.steps : 0;
    return { start: initialSteps + frozen, round: roundSteps + retrained };
  },
  exercise: (claim) => exerciseArms(claim as unknown as VaeClaim),
};

const vaeMutant = (id: string): VaeMutant => named('mutant', vaeMutants, id);

function noticesOf({ digits }: VaeConfiguration, tier: Tier): string[] {
  if (digits.includes('mnist') || tier.name === 'quick') return [];
  return ['MNIST is not given (--mnist DIR or CLAIMCHECK_MNIST): generators are retrained on procedural digits only'];
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
async function exerciseArms({ arms }: VaeClaim): Promise<void> {
  const engine = await openEngine('onnx');
  const digits = proceduralSource();
  const checkpoint = { load: async () => undefined, save: async () => {} };
  for (const { arm, rounds } of Object.values(arms)) {
    const run = { seed: 1, replicate: 0, rounds: ROUNDS[rounds], observeAll: false, samples: true, checkpoint };
    await paperWorld.retrain({ engine, digits, setting: small, arm, ...run });
  }
}
