import type { DrawnClaim } from '../../kinds/drawn-settings/claim.ts';
import { drawnSettings } from '../../kinds/drawn-settings/kind.ts';
import { figureData } from '../../kinds/figure-data/kind.ts';
import { replicatedRuns } from '../../kinds/replicated-runs/kind.ts';
import type { Suite } from '../../suite.ts';
import { type Coin, notAlwaysHeads, shareOfHeads } from './claims/coins.ts';
import { sumOfOddNumbers } from './claims/odd-numbers.ts';
import { walkClaims } from './claims/walks.ts';
import { walksDesign } from './design.ts';
import { figureSchema, figures } from './figures.ts';
import { coinMutants } from './mutants/coins.ts';
import { walkMutants } from './mutants/walks.ts';
import { statements } from './statements.ts';
import { tiers } from './tiers.ts';
import { type World, walksWorld } from './world.ts';

const here = (path: string) => new URL(path, import.meta.url).href;

/** A suite for the tests of the engine: claims of every kind of work, which cost next to nothing. One of them is false. */
export const suite: Suite<World> = {
  id: 'walks',
  title: 'walks and coins',
  paper: 'Paper 1',
  url: 'https://example.org/walks',
  module: import.meta.url,
  dependsOn: [here('world.ts'), here('tiers.ts')],
  statements,
  glossary: { givenSymbols: {}, definitions: {} },
  claims: [shareOfHeads as DrawnClaim, notAlwaysHeads as DrawnClaim, sumOfOddNumbers as DrawnClaim, ...walkClaims],
  groups: [
    { id: 'coins', title: 'Coins' },
    { id: 'numbers', title: 'Numbers' },
    { id: 'walks', title: 'Walks' },
  ],
  mutants: [...coinMutants, ...walkMutants],
  world: walksWorld,
  tiers,
  kinds: [drawnSettings, replicatedRuns(walksDesign), figureData(figures, [here('figures.ts')], figureSchema)],
  quantities: {
    list: [{ quantity: 'probability', symbol: 'p', meaning: 'probability of heads' }],
    of: (setting) => {
      const { probability } = (setting ?? {}) as Partial<Coin>;
      return probability === undefined ? [] : [['probability', probability]];
    },
  },
  options: [
    { name: 'data', flags: '--data <directory>', description: 'where the data are', local: true },
    { name: 'only', flags: '--only <data>', description: 'the one set of data that is used', choices: ['a', 'b'] },
  ],
  codeRoots: ['properties/engine/testing/walks'],
};
