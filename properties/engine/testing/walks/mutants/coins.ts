import type { Mutant } from '../../../mutant.ts';
import { type World, walksWorld } from '../world.ts';

const { theory, simulator } = walksWorld;

/** Mutants of what is said and simulated of coins and numbers. */
export const coinMutants: readonly Mutant<World>[] = [
  {
    id: 'loaded-coin',
    title: 'a coin always shows heads',
    part: 'simulator',
    world: { theory, simulator: { ...simulator, toss: () => 1 } },
    module: import.meta.url,
  },
  {
    id: 'always-even',
    title: 'every coin is said to show heads half of the time',
    part: 'theory',
    world: { theory: { ...theory, shareOfHeads: () => 0.5 }, simulator },
    module: import.meta.url,
  },
  {
    id: 'one-too-many',
    title: 'the sum has one odd number too many',
    part: 'theory',
    world: { theory: { ...theory, square: (n) => theory.square(n + 1) }, simulator },
    module: import.meta.url,
  },
];
