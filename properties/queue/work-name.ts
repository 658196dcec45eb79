import { canonicalJson } from '../canonical-json.ts';
import { retrainingClaims } from '../claims/index.ts';
import { populationName } from '../retraining/population.ts';
import type { AnyTask } from '../worker.ts';

/** What a piece of work is, and of which claims, for whoever watches it. */
export function workName(task: AnyTask): string {
  if ('illustration' in task) return `illustration ${task.illustration}, cells ${range(task.cells)}`;
  if (!('run' in task))
    return `${task.claim}, ${'mutant' in task ? `mutant ${task.mutant}` : `draws ${range(task.draws)}`}`;
  const { run } = task;
  const arm = canonicalJson(run.arm);
  const claims = retrainingClaims
    .filter(({ arms }) => Object.values(arms).some((other) => canonicalJson(other.arm) === arm))
    .map(({ id }) => id);
  const world = run.mutant === null ? '' : `, mutant ${run.mutant}`;
  const used = claims.length === 0 ? '' : ` of ${claims.join(', ')}`;
  return `retraining run${used}: ${populationName(run)}${world}, replicate ${run.replicate}`;
}

const range = ([from, to]: readonly [number, number]) => `${from} to ${to - 1}`;
