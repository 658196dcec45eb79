/** Simulated verified retraining of a linear model (regression setup): what happens, without a formula of what should. */
export type { AcceptedLabels, PreparedLabels } from './accepted-labels.ts';
export { collect, collecting, keepAll, withinRange } from './collect.ts';
export { begin, type Collected, finish, keep } from './collected.ts';
export type { DesignName } from './designs/index.ts';
export { IllConditionedError } from './least-squares.ts';
export { type AcceptedRange, type Collect, honestParts, type Refit, type Row, type SimulatorParts } from './parts.ts';
export { RareAcceptanceError } from './patience.ts';
export { type RealDesign, settingFromDesign, spectrum } from './real-design.ts';
export {
  createSimulator,
  type PreparedRetraining,
  type RetrainingOptions,
  type RetrainingRun,
  type Simulator,
} from './simulator.ts';

import { createSimulator } from './simulator.ts';

/** The honest world. */
export const simulator = createSimulator({});
export const { simulateRetraining, prepareRetraining, prepareLabels } = simulator;
