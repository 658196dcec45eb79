import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Weights } from '../../networks/graph/model.ts';
import type { RoundMetrics } from './setting.ts';

/** Where a run's state is kept between its rounds. */
export interface Checkpoint {
  /** The bytes last saved, if any. */
  load(): Promise<Uint8Array | undefined>;
  save(bytes: Uint8Array): Promise<void>;
}

/** All that a run needs to go on after a round: everything else is keyed by the round. */
export interface RunState {
  readonly weights: Weights;
  readonly verifier: Weights | undefined;
  readonly rounds: readonly RoundMetrics[];
  /** Sample images of each round, bytes. */
  readonly samples: readonly Uint8Array[];
}

const DIGEST_BYTES = 32;

/** The state as bytes that carry their own SHA-256. */
export function packState(state: RunState): Uint8Array {
  const body = serialize(state);
  return Buffer.concat([digest(body), body]);
}

/** The state of packed bytes; undefined when they are damaged: the run then starts anew. */
export function unpackState(bytes: Uint8Array): RunState | undefined {
  const body = bytes.subarray(DIGEST_BYTES);
  if (!digest(body).equals(bytes.subarray(0, DIGEST_BYTES))) return undefined;
  return deserialize(body) as RunState;
}

function digest(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest();
}
