import type { RunRecord } from './evidence/evidence.ts';
import { shardName } from './plan/shard.ts';

type Equipped = Pick<RunRecord, 'seed' | 'tier' | 'engine' | 'digits' | 'shards'>;

/**
 * The shell command that verifies some claims as a run did; all of them when none is named. DIR stands for where MNIST lies. Of evidence of one
 * shard it is that which makes the shard, of several shards that which makes them all.
 */
export function verifyCommand(run: Equipped, claims: readonly string[] = []): string {
  const chosen = claims.length === 0 ? '' : ` --claim ${claims.map(word).join(' ')}`;
  const [index, ...others] = run.shards?.done ?? [];
  const shard =
    index === undefined || others.length > 0 ? '' : ` --shard ${shardName({ index, count: run.shards!.of })}`;
  return `npm run verify -- --tier ${word(run.tier)} --seed ${run.seed}${chosen}${equipmentOptions(run)}${shard}`;
}

/** The shell command that goes on with the unfinished run in a directory. */
export function resumeCommand(directory: string): string {
  return `npm run verify -- --resume ${word(directory)}`;
}

/** The shell command that decides a draw of a run again, with the same randomness. */
export function replayCommand(run: Equipped, claim: string, path: string, retraining: boolean): string {
  const options = retraining ? equipmentOptions(run) : '';
  return `npm run claimcheck -- replay ${word(claim)} --seed ${run.seed} --tier ${word(run.tier)} --path ${word(path)}${options}`;
}

function equipmentOptions({ engine, digits }: Equipped): string {
  const mnist = digits.some(({ kind }) => kind === 'mnist') ? ' --mnist DIR' : '';
  return `${engine === null ? '' : ` --engine ${word(engine.name)}`}${mnist}`;
}

/** Text as one word of a shell command, which does nothing but name it: evidence may come from anywhere, and commands are pasted. */
function word(text: string): string {
  return /^[\w.:/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
