import { serialize } from 'node:v8';
import type { Curve } from '../../sim/vae/index.ts';
import { Store, type StoreAddress } from '../store.ts';
import { type Equipment, openLaboratory, type RetrainingRun } from './laboratory.ts';

/** A retraining run as a piece of work that any worker can do. Plain data. */
export interface RetrainingTask {
  readonly run: RetrainingRun;
  readonly equipment: Equipment;
  readonly store: StoreAddress;
  /** Whether a longer run may be asked for, which goes on from the state that this one leaves. */
  readonly extendable: boolean;
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

/** Does a run, from its last checkpoint if it has one, and stores its result. */
export async function performRun({ run, equipment, store: address, extendable }: RetrainingTask): Promise<FinishedRun> {
  const started = performance.now();
  const store = new Store(address);
  const laboratory = await openLaboratory(equipment);
  const anyLength = ofAnyLength(run);
  const curve = await laboratory.retrain(run, {
    load: () => store.load(anyLength, 'checkpoint'),
    save: (bytes) => store.save(anyLength, 'checkpoint', bytes),
  });
  const finished = { curve, milliseconds: performance.now() - started };
  store.save(run, 'result', serialize(finished));
  if (!extendable) store.remove(anyLength, 'checkpoint');
  return finished;
}
