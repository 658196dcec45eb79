import { drawnSettings } from '../../../properties/engine/kinds/drawn-settings/kind.ts';
import { figureData } from '../../../properties/engine/kinds/figure-data/kind.ts';
import { replicatedRuns } from '../../../properties/engine/kinds/replicated-runs/kind.ts';
import type { Suite } from '../../../properties/engine/suite.ts';
import { driftingWalk } from './claims/drifting-walk.ts';
import { expectedPayoff } from './claims/expected-payoff.ts';
import { mutants } from './mutants.ts';
import { payoff, payoffSchema } from './payoff-figure.ts';
import { summary } from './summary.ts';
import { glossary, statements } from './theory/statements.ts';
import { walks } from './walks.ts';
import { type World, world } from './world.ts';

const here = (path: string) => new URL(path, import.meta.url).href;

/** A suite of two claims and two mutants, in which each kind of work occurs. */
export const suite: Suite<World> = {
  ...summary,
  dependsOn: [here('world.ts'), here('tiers.ts')],
  statements,
  glossary,
  claims: [expectedPayoff, driftingWalk],
  groups: [
    { id: 'bets', title: 'Bets' },
    { id: 'walks', title: 'Walks' },
  ],
  mutants,
  world,
  kinds: [drawnSettings, replicatedRuns(walks), figureData([payoff], [here('payoff-figure.ts')], payoffSchema)],
  quantities: {
    list: [{ quantity: 'probability', symbol: 'P', meaning: 'probability of winning' }],
    of: (setting) => {
      const { probability } = setting as { readonly probability?: number };
      return probability === undefined ? [] : [['probability', probability]];
    },
  },
};
