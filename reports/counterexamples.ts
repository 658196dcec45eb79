import type { ComparisonOutcome, Verdict } from '../properties/claim.ts';
import type { DrawRecord, RunRecord } from '../properties/evidence.ts';

/** A refuted draw with what is needed to look at it again. */
export interface CounterexampleReport {
  readonly draw: number;
  /** Whether the setting was made minimal; fixed settings are as they are. */
  readonly minimal: boolean;
  /** The setting that is refuted. */
  readonly setting: unknown;
  readonly path: string;
  /** The shell command that decides it again with the same randomness. */
  readonly replay: string;
  /** Its verdict on fresh randomness: 'refuted' confirms it. */
  readonly onFreshRandomness: Verdict;
  readonly comparisons: readonly ComparisonOutcome[];
}

/** The counterexample of a draw: one if it was refuted, else none. */
export function reportCounterexample(
  { claim, draw, counterexample }: DrawRecord,
  run: RunRecord,
): CounterexampleReport[] {
  if (counterexample === undefined) return [];
  const { setting, path, outcome, confirmed } = counterexample;
  const retraining = run.claims.find(({ id }) => id === claim)?.retraining ?? null;
  const replay = `npm run claimcheck -- replay ${claim} --seed ${run.seed} --tier ${run.tier} --path ${path}${
    retraining === null ? '' : equipmentOptions(run)
  }`;
  return [
    {
      draw,
      minimal: retraining === null,
      setting,
      path,
      replay,
      onFreshRandomness: confirmed,
      comparisons: outcome.comparisons,
    },
  ];
}

/** The options that give a replay the engine and the digits of the run; where MNIST lies is for whoever replays to say. */
function equipmentOptions({ engine, digits }: RunRecord): string {
  const mnist = digits.some(({ kind }) => kind === 'mnist') ? ' --mnist DIR' : '';
  return `${engine === null ? '' : ` --engine ${engine.name}`}${mnist}`;
}

/** Whether a counterexample stood a second look. */
export function confirmation(onFreshRandomness: CounterexampleReport['onFreshRandomness']): string {
  return onFreshRandomness === 'refuted'
    ? 'confirmed on fresh randomness'
    : `not confirmed: ${onFreshRandomness} on fresh randomness`;
}
