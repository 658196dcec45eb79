/** Retraining runs of a conditional variational autoencoder. */
export type { Checkpoint } from './checkpoint.ts';
export type { LabelledImages } from './generate.ts';
export { realFloor } from './observation/real-statistics.ts';
export { highest, type RetrainingParts } from './parts.ts';
export { createRetraining, type Retrain, retrain } from './retrain.ts';
export type { CvaeRetrainingOptions } from './run.ts';
export type { Arm, Curve, RealPool, RoundMetrics, VaeSetting } from './setting.ts';
