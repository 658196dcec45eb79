import type { RunRecord } from './evidence.ts';

type Equipped = Pick<RunRecord, 'seed' | 'tier' | 'engine' | 'digits'>;

/** The shell command that verifies some claims as a run did; all of them when none is named. DIR stands for where MNIST lies. */
export function verifyCommand(run: Equipped, claims: readonly string[] = []): string {
  const chosen = claims.length === 0 ? '' : ` --claim ${claims.join(' ')}`;
  return `npm run verify -- --tier ${run.tier} --seed ${run.seed}${chosen}${equipmentOptions(run)}`;
}

/** The shell command that decides a draw of a run again, with the same randomness. */
export function replayCommand(run: Equipped, claim: string, path: string, retraining: boolean): string {
  const options = retraining ? equipmentOptions(run) : '';
  return `npm run claimcheck -- replay ${claim} --seed ${run.seed} --tier ${run.tier} --path ${path}${options}`;
}

function equipmentOptions({ engine, digits }: Equipped): string {
  const mnist = digits.some(({ kind }) => kind === 'mnist') ? ' --mnist DIR' : '';
  return `${engine === null ? '' : ` --engine ${engine.name}`}${mnist}`;
}
