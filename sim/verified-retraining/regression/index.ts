/** Simulated verified retraining of a linear model (regression setup). The simulation knows no formula of the theory. */
export type { AcceptedLabels, PreparedLabels } from './accepted-labels.ts';
export { collect, collecting, keepAll, withinRange } from './collect.ts';
export { begin, type Collect, type Collected, finish, keep } from './collected.ts';
export type { DesignName } from './designs/index.ts';
export { IllConditionedError } from './least-squares.ts';
export { type AcceptedRange, type Refit, type Row, referenceParts, type SimulatorParts } from './parts.ts';
export { type RealDesign, settingFromDesign, spectrum } from './real-design.ts';
export { RareAcceptanceError } from './rejection-limit.ts';
export {
  createSimulator,
  type PreparedRetraining,
  type RegressionOptions,
  type RegressionRun,
  type Simulator,
} from './simulator.ts';

import { createSimulator } from './simulator.ts';

/** The simulator of the paper's loop. */
export const simulator = createSimulator({});
export const { simulateRetraining, prepareRetraining, prepareLabels } = simulator;
