import { type Simulator, simulator } from '../../sim/verified-retraining/regression/index.ts';
import type { Retrain } from '../../sim/verified-retraining/vae/index.ts';
import * as theory from '../../theory/verified-retraining/index.ts';

/** What the theory says, as functions: the table of contents of theory/. */
export type Theory = typeof theory;

/** The theory and the simulators that a claim holds against each other. A mutant replaces parts of one of them. */
export interface World {
  readonly theory: Theory;
  readonly simulator: Simulator;
  /** Runs of retrained generators. */
  readonly retrain: Retrain;
}

/** The paper's theory and the faithful simulators. */
export const paperWorld: World = {
  theory,
  simulator,
  // Loaded when first used: most of what looks at a world retrains no generator.
  retrain: async (options) => (await import('../../sim/verified-retraining/vae/index.ts')).retrain(options),
};
