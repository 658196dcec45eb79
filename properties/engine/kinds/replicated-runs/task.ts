import type { Curve } from '../../../../sim/verified-retraining/vae/index.ts';
import type { Checkpoints } from '../../pool/checkpoints.ts';
import { type Equipment, openLaboratory, type RetrainingRun } from './laboratory.ts';

/** A retraining run as a piece of work that any worker can do. Plain data; its curve is a function of it alone. */
export interface RetrainingTask {
  readonly run: RetrainingRun;
  readonly equipment: Equipment;
}

/** A run that is done, and the working time of it. */
export interface FinishedRun {
  readonly curve: Curve;
  readonly milliseconds: number;
}

/** Runs of all lengths that go on from one another: they share their checkpoint. */
export type RunOfAnyLength = Omit<RetrainingRun, 'rounds'>;

/** What a run is but for its length. */
export function ofAnyLength({ rounds: _, ...rest }: RetrainingRun): RunOfAnyLength {
  return rest;
}

/** Does a run, from its last checkpoint if it has one, and leaves the state that a longer run goes on from. */
export async function performRun({ run, equipment }: RetrainingTask, checkpoints: Checkpoints): Promise<FinishedRun> {
  const started = performance.now();
  const laboratory = await openLaboratory(equipment);
  const anyLength = ofAnyLength(run);
  const curve = await laboratory.retrain(run, {
    load: () => checkpoints.load(anyLength),
    save: (bytes) => checkpoints.save(anyLength, bytes),
  });
  return { curve, milliseconds: performance.now() - started };
}
