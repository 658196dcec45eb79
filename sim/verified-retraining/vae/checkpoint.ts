import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Weights } from '../../networks/graph/model.ts';
import type { RoundMetrics } from './setting.ts';

/** Stores the state of a run between its rounds. */
export interface Checkpoint {
  /** The bytes that were saved last, if any. */
  load(): Promise<Uint8Array | undefined>;
  save(bytes: Uint8Array): Promise<void>;
}

/** The state of a run after a round. Random numbers need no state, because their keys contain the round. */
export interface RunState {
  readonly weights: Weights;
  readonly verifier: Weights | undefined;
  readonly rounds: readonly RoundMetrics[];
  /** Sample images of each round, as bytes. */
  readonly samples: readonly Uint8Array[];
}

const DIGEST_BYTES = 32;

/** The state as bytes, which begin with the SHA-256 of the rest. */
export function packState(state: RunState): Uint8Array {
  const body = serialize(state);
  return Buffer.concat([digest(body), body]);
}

/** The state that was packed into these bytes. Undefined when they are damaged. */
export function unpackState(bytes: Uint8Array): RunState | undefined {
  const body = bytes.subarray(DIGEST_BYTES);
  if (!digest(body).equals(bytes.subarray(0, DIGEST_BYTES))) return undefined;
  return deserialize(body) as RunState;
}

function digest(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest();
}
