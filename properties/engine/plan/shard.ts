/** A part of a run that is done apart from the others, on a machine of its own maybe: number `index` of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The whole of a run. */
export const wholeRun: Shard = { index: 1, count: 1 };

/** A shard as the command line has it: '2/8'. */
export function shardName({ index, count }: Shard): string {
  return `${index}/${count}`;
}

/** A directory for a shard's part of what a whole run has in `directory`: shards that run in one place do not write over each other. */
export function directoryOf({ index, count }: Shard, directory: string): string {
  return count === 1 ? directory : `${directory}/shard-${index}-of-${count}`;
}
