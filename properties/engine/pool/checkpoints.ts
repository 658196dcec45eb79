/** Keeps the states of half-done work, from which the work can go on. A state is found by the description of its work. */
export interface Checkpoints {
  /** The bytes last saved for a piece of work; undefined when there are none, or they are damaged. */
  load(work: unknown): Promise<Uint8Array | undefined>;
  /** @throws OutputError when they cannot be written. */
  save(work: unknown, bytes: Uint8Array): Promise<void>;
  remove(work: unknown): Promise<void>;
}

/** Where checkpoints lie on disk, and to what they belong. Plain data, so that all workers open the same checkpoints. */
export interface CheckpointsOnDisk {
  readonly directory: string;
  /** What the result of work depends on beside its description: sources, versions, backend. A checkpoint of another identity is not found. */
  readonly identity: string;
}
