import type { ReplicatedDesign } from '../../kinds/replicated-runs/design.ts';
import { named } from '../../suite-content.ts';
import { type DataSet, openWalks, type WalksConfiguration, type WalksPopulation } from './backend.ts';
import type { Step } from './claims/walks.ts';
import { type WalkMutant, walkMutants } from './mutants/walks.ts';
import { walksTiers } from './tiers.ts';
import { type Arm, walksWorld } from './world.ts';

const both: readonly DataSet[] = ['a', 'b'];

/** How walks are run. */
export const walksDesign: ReplicatedDesign<Arm, WalksPopulation, Step> = {
  modules: [import.meta.url],
  tiers: walksTiers,
  configure: ({ only }) => ({ data: both.filter((data) => only === undefined || only === data) }),
  widest: () => ({ data: both }),
  notices: (configuration) =>
    (configuration as WalksConfiguration).data.length < both.length ? ['one set of data is left out'] : [],
  open: (configuration, local) =>
    openWalks(configuration as WalksConfiguration, local, (mutant) =>
      mutant === null ? walksWorld : mutantOf(mutant).world,
    ),
  populations: (settings, configuration) =>
    (configuration as WalksConfiguration).data.flatMap((data) => settings.map((setting) => ({ data, setting }))),
  populationName: ({ data, setting }) => `${data}, ${setting}`,
  settingOf: ({ data, setting }) => ({ data, setting, ground: setting === 'rough' ? 'stones' : 'grass' }),
  armText: ({ steering }) => (steering === 'home' ? 'steered home' : 'free'),
  shared: 'their noise',
  simplest(specification) {
    const { arm, mutant } = specification;
    const shows = mutant === null || !mutantOf(mutant).onlySteered || arm.steering === 'home';
    return shows ? specification : { ...specification, mutant: null };
  },
  misreading(mutant) {
    const { reads } = mutantOf(mutant);
    return reads === undefined ? undefined : { of: reads };
  },
  /** In rounds. */
  costOf: () => ({ start: 1, round: 1 }),
  async exercise({ arms }) {
    for (const { arm } of Object.values(arms)) walksWorld.simulator.drift(arm as Arm);
  },
};

const mutantOf = (id: string): WalkMutant => named('mutant', walkMutants, id);
