import type { RunRecord } from './evidence/evidence.ts';
import { shardName } from './plan/shard.ts';

type CommandedRun = Pick<RunRecord, 'suite' | 'seed' | 'tier' | 'backend' | 'shards'>;

/**
 * The shell command that verifies some claims as a run did; all claims when none is named. A word in capitals stands for what differs from
 * machine to machine. For evidence of one shard the command makes that shard; for evidence of several shards it makes the whole run.
 */
export function verifyCommand(run: CommandedRun, claims: readonly string[] = []): string {
  const chosen = claims.length === 0 ? [] : ['--claim', ...claims];
  const [index, ...others] = run.shards?.done ?? [];
  const shard =
    index === undefined || others.length > 0 ? [] : ['--shard', shardName({ index, count: run.shards!.of })];
  const options = ['--suite', run.suite.id, '--tier', run.tier, '--seed', String(run.seed)];
  return shellCommand('npm run verify --', [...options, ...chosen, ...(run.backend?.options ?? []), ...shard]);
}

/** The shell command that goes on with the unfinished run in a directory. */
export function resumeCommand(directory: string): string {
  return shellCommand('npm run verify --', ['--resume', directory]);
}

/**
 * The shell command that decides a setting of a run again, with the same randomness.
 * @param onBackend whether a backend carries out the runs of the claim.
 */
export function replayCommand(run: CommandedRun, claim: string, path: string, onBackend: boolean): string {
  const options = ['--suite', run.suite.id, '--seed', String(run.seed), '--tier', run.tier, '--path', path];
  const backend = onBackend ? (run.backend?.options ?? []) : [];
  return shellCommand('npm run claimcheck --', ['replay', claim, ...options, ...backend]);
}

function shellCommand(program: string, words: readonly string[]): string {
  return [program, ...words.map(word)].join(' ');
}

/** Text as one word of a shell command. A shell executes nothing in it: evidence may come from anywhere, and people paste commands. */
function word(text: string): string {
  return /^[\w.:/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
