import { createSimulator, type SimulatorParts } from '../sim/regression/index.ts';
import { paperWorld, type Theory, type World } from './world.ts';

/** A wrong world: the theory or the simulator with one mistake in it, which some claim must refute. */
export interface Mutant {
  readonly id: string;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** Where the mistake lies. */
  readonly part: 'theory' | 'simulator';
  readonly world: World;
}

/** The paper's simulator against a theory with some functions replaced. */
export function wrongTheory(id: string, title: string, replaced: Partial<Theory>): Mutant {
  return { id, title, part: 'theory', world: { ...paperWorld, theory: { ...paperWorld.theory, ...replaced } } };
}

/** The paper's theory against a simulator with some parts replaced. */
export function wrongSimulator(id: string, title: string, replaced: Partial<SimulatorParts>): Mutant {
  return { id, title, part: 'simulator', world: { ...paperWorld, simulator: createSimulator(replaced) } };
}
