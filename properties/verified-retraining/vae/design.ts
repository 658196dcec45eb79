import type { Arm, RoundMetrics } from '../../../sim/verified-retraining/vae/setting.ts';
import type { ReplicatedDesign } from '../../engine/kinds/replicated-runs/design.ts';
import { named } from '../../engine/suite-content.ts';
import type { Tier } from '../../engine/tier.ts';
import { vaeMutants } from '../mutants/vae/index.ts';
import { paperWorld } from '../world.ts';
import { armText } from './arm-text.ts';
import type { VaeConfiguration } from './backend.ts';
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
  // Engines and digits are loaded when something is retrained: most commands retrain nothing.
  async open(configuration, local) {
    const { openVaeBackend } = await import('./backend.ts');
    const worldOf = (mutant: string | null) => (mutant === null ? paperWorld : vaeMutant(mutant).world);
    return openVaeBackend(configuration as VaeConfiguration, local, worldOf);
  },
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
  async exercise(claim) {
    const { exerciseArms } = await import('./exercise.ts');
    return exerciseArms(claim as unknown as VaeClaim);
  },
};

const vaeMutant = (id: string): VaeMutant => named('mutant', vaeMutants, id);

function noticesOf({ digits }: VaeConfiguration, tier: Tier): string[] {
  if (digits.includes('mnist') || tier.name === 'quick') return [];
  return ['MNIST is not given (--mnist DIR or CLAIMCHECK_MNIST): generators are retrained on procedural digits only'];
}
