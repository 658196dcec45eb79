import type { RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { shardName } from '../../properties/engine/plan/shard.ts';

/** Shards that the sentence names; the others are counted. */
const NAMED = 20;

/** The shards that the evidence of a run lacks, in a sentence; undefined where it lacks none. */
export function missingShards({ shards }: Pick<RunRecord, 'shards'>): string | undefined {
  if (shards === undefined) return undefined;
  const done = new Set(shards.done);
  const named: string[] = [];
  for (let index = 1; index <= shards.of && named.length < NAMED; index += 1)
    if (!done.has(index)) named.push(shardName({ index, count: shards.of }));
  const rest = shards.of - done.size - named.length;
  const list = `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return named.length === 1 ? `Shard ${list} of the run is missing.` : `Shards ${list} of the run are missing.`;
}
