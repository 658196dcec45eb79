import { populationName } from '../../verified-retraining/vae/population.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { AnyTask } from './worker.ts';

/** What a task is, for whoever is told that it failed. */
export function taskName(task: AnyTask): string {
  if ('run' in task) {
    const { arm, replicate, rounds, mutant } = task.run;
    const world = mutant === null ? '' : `, mutant ${mutant}`;
    return `retraining run of arm ${canonicalJson(arm)}, replicate ${replicate}, ${rounds} rounds, ${populationName(task.run)}${world}`;
  }
  if ('illustration' in task) return `illustration ${task.illustration}, cells ${range(task.cells)}`;
  return `claim ${task.claim}, ${'mutant' in task ? `mutant ${task.mutant}` : `draws ${range(task.draws)}`}`;
}

const range = ([from, to]: readonly [number, number]) => `${from} to ${to - 1}`;
