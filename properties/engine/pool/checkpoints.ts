/** Where half-done work keeps the state that it goes on from, found by what the work is. */
export interface Checkpoints {
  /** The bytes last saved for a piece of work; undefined when there are none that can be believed. */
  load(work: unknown): Promise<Uint8Array | undefined>;
  /** @throws OutputError when they cannot be written. */
  save(work: unknown, bytes: Uint8Array): Promise<void>;
  remove(work: unknown): Promise<void>;
}

/** Where checkpoints lie on disk, and whose they are. Plain data, so that workers open the same ones. */
export interface CheckpointsOnDisk {
  readonly directory: string;
  /** What decides the outcome of work beside the work itself: sources, versions, backend. Work of another identity is not found. */
  readonly identity: string;
}
