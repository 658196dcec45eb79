import { type Checkpoint, packState, type RunState, unpackState } from './checkpoint.ts';
import { withNetworks } from './networks/networks.ts';
import { paperParts, type RetrainingParts } from './parts.ts';
import { type RetrainingOptions, Run } from './run.ts';
import type { Curve } from './setting.ts';

/** Runs one arm of one replicate and observes it round by round. */
export type Retrain = (options: RetrainingOptions) => Promise<Curve>;

/** The retraining loop with some of its steps replaced. */
export function createRetraining(replaced: Partial<RetrainingParts> = {}): Retrain {
  const parts = { ...paperParts, ...replaced };
  return (options) =>
    withNetworks(options.engine, options.setting, async (networks) => {
      const run = new Run(options, networks, parts);
      let state = (await resumed(options.checkpoint)) ?? (await run.start());
      while (state.rounds.length <= options.rounds) {
        await options.checkpoint?.save(packState(state));
        state = await run.advance(state);
      }
      await options.checkpoint?.save(packState(state));
      return run.curve(state);
    });
}

/** The loop of the paper: generate, verify, retrain (Experiments: CVAE on MNIST). */
export const retrain: Retrain = createRetraining();

async function resumed(checkpoint: Checkpoint | undefined): Promise<RunState | undefined> {
  const bytes = await checkpoint?.load();
  return bytes === undefined ? undefined : unpackState(bytes);
}
