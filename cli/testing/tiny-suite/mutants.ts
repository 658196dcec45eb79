import type { Mutant } from '../../../properties/engine/mutant.ts';
import { type World, world } from './world.ts';

/** The wrong worlds, in which a part of the simulator is replaced. */
export const mutants: readonly Mutant<World>[] = [
  {
    id: 'fair-coin',
    title: 'every coin is fair',
    part: 'simulator',
    module: import.meta.url,
    world: { ...world, simulator: { ...world.simulator, toss: (_, stream) => stream.uniform() < 0.5 } },
  },
  {
    id: 'no-drift',
    title: 'no walk drifts',
    part: 'simulator',
    module: import.meta.url,
    world: {
      ...world,
      simulator: {
        ...world.simulator,
        step: (position, walk, stream) => world.simulator.step(position, { ...walk, drift: 0 }, stream),
      },
    },
  },
];
