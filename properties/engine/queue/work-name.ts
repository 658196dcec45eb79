import { retrainingClaims } from '../../verified-retraining/claims/index.ts';
import { canonicalJson } from '../canonical-json.ts';
import { taskName } from '../pool/task-name.ts';
import type { AnyTask } from '../pool/worker.ts';

/** What a piece of work is, and of which claims, for whoever is told that nobody could do it. */
export function workName(task: AnyTask): string {
  if (!('run' in task)) return taskName(task);
  const arm = canonicalJson(task.run.arm);
  const claims = retrainingClaims
    .filter(({ arms }) => Object.values(arms).some((other) => canonicalJson(other.arm) === arm))
    .map(({ id }) => id);
  return [taskName(task), ...(claims.length === 0 ? [] : [`of claims ${claims.join(', ')}`])].join(', ');
}
