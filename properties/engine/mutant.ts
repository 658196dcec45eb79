import { createSimulator, type SimulatorParts } from '../../sim/verified-retraining/regression/index.ts';
import type { RetrainingParts, RoundMetrics } from '../../sim/verified-retraining/vae/index.ts';
import { paperWorld, type Theory, type World } from '../verified-retraining/world.ts';
import type { Course } from './kinds/replicated-runs/laboratory.ts';

/** A wrong world: the theory or a simulator with one mistake in it, which some claim must refute. */
export interface Mutant {
  readonly id: string;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** Where the mistake lies. */
  readonly part: 'theory' | 'simulator' | 'retraining';
  readonly world: World;
  /** The course, of the mutant or in the paper's world, whose curve is that of a given one bit for bit: itself when absent. */
  readonly sameAs?: (course: Course) => Course;
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

/** A retraining loop with some of its steps replaced. `sameAs` spares runs in which the mistake shows no more than in another one. */
export function wrongRetraining(
  id: string,
  title: string,
  replaced: Partial<RetrainingParts>,
  sameAs?: NonNullable<Mutant['sameAs']>,
): Mutant {
  const world: World = {
    ...paperWorld,
    retrain: async (options) =>
      (await import('../../sim/verified-retraining/vae/index.ts')).createRetraining(replaced)(options),
  };
  return { id, title, part: 'retraining', world, ...(sameAs === undefined ? {} : { sameAs }) };
}

/** A retraining loop as the paper has it, whose observations are misread. */
export function wrongReading(id: string, title: string, reads: (observed: RoundMetrics) => RoundMetrics): Mutant {
  return { id, title, part: 'retraining', world: paperWorld, reads };
}
