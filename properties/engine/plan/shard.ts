/** A part of a run that is done on its own, perhaps on another machine: number `index` of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The whole of a run. */
export const wholeRun: Shard = { index: 1, count: 1 };

/** A shard as the command line takes it: '2/8'. */
export function shardName({ index, count }: Shard): string {
  return `${index}/${count}`;
}

/** The directory of a shard, for a run in `directory`: each shard has its own, so that shards do not write over each other. */
export function directoryOf({ index, count }: Shard, directory: string): string {
  return count === 1 ? directory : `${directory}/shard-${index}-of-${count}`;
}
