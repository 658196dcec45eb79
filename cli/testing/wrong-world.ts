import { step } from './tiny-suite/simulator/walk.ts';
import { world } from './tiny-suite/world.ts';

/** For tests: a process that imports this verifies the tiny suite in a wrong world, in which every coin is fair and no walk drifts. */
Object.assign(world, {
  simulator: {
    toss: ((_, stream) => stream.uniform() < 0.5) satisfies typeof world.simulator.toss,
    step: ((position, walk, stream) =>
      step(position, { ...walk, drift: 0 }, stream)) satisfies typeof world.simulator.step,
  },
});
