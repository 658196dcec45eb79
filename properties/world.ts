import { type Simulator, simulator } from '../sim/regression/index.ts';
import * as theory from '../theory/index.ts';

/** What the theory says, as functions: the table of contents of theory/. */
export type Theory = typeof theory;

/** The theory and the simulator that a claim holds against each other. Mutants replace parts of either. */
export interface World {
  readonly theory: Theory;
  readonly simulator: Simulator;
}

/** The paper's theory and the faithful simulator. */
export const paperWorld: World = { theory, simulator };
