import { createSimulator, type SimulatorParts } from '../sim/regression/index.ts';
import type { Arm, RetrainingParts, RoundMetrics } from '../sim/vae/index.ts';
import { paperWorld, type Theory, type World } from './world.ts';

/** A wrong world: the theory or a simulator with one mistake in it, which some claim must refute. */
export interface Mutant {
  readonly id: string;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** Where the mistake lies. */
  readonly part: 'theory' | 'simulator' | 'retraining';
  readonly world: World;
  /** Whether the mistake can show in an arm: where it cannot, the arm's runs are those of the paper's world. All arms when absent. */
  readonly shows?: (arm: Arm) => boolean;
  /** What a mistake in reading makes of an observation: the retraining itself is that of the paper's world. */
  readonly reads?: (observed: RoundMetrics) => RoundMetrics;
}

/** The paper's simulators against a theory with some functions replaced. */
export function wrongTheory(id: string, title: string, replaced: Partial<Theory>): Mutant {
  return { id, title, part: 'theory', world: { ...paperWorld, theory: { ...paperWorld.theory, ...replaced } } };
}

/** The paper's theory against a simulator with some parts replaced. */
export function wrongSimulator(id: string, title: string, replaced: Partial<SimulatorParts>): Mutant {
  return { id, title, part: 'simulator', world: { ...paperWorld, simulator: createSimulator(replaced) } };
}

/** A retraining loop with some of its steps replaced. `shows` spares the runs of arms that never come to those steps. */
export function wrongRetraining(
  id: string,
  title: string,
  replaced: Partial<RetrainingParts>,
  shows?: (arm: Arm) => boolean,
): Mutant {
  const world: World = {
    ...paperWorld,
    retrain: async (options) => (await import('../sim/vae/index.ts')).createRetraining(replaced)(options),
  };
  return { id, title, part: 'retraining', world, ...(shows === undefined ? {} : { shows }) };
}

/** A retraining loop as the paper has it, whose observations are misread. */
export function wrongReading(id: string, title: string, reads: (observed: RoundMetrics) => RoundMetrics): Mutant {
  return { id, title, part: 'retraining', world: paperWorld, reads };
}
