import type { ComparisonOutcome, Verdict } from '../../properties/engine/claim.ts';
import { replayCommand } from '../../properties/engine/command.ts';
import type { DrawRecord, RunRecord } from '../../properties/engine/evidence/evidence.ts';

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

/** The counterexample of a draw: one if it was refuted, else none. Those of a retraining claim are as they are, not made minimal. */
export function reportCounterexample(
  { claim, draw, counterexample }: DrawRecord,
  retraining: boolean,
  run: RunRecord,
): CounterexampleReport[] {
  if (counterexample === undefined) return [];
  const { setting, path, outcome, confirmed } = counterexample;
  const replay = replayCommand(run, claim, path, retraining);
  return [
    {
      draw,
      minimal: !retraining,
      setting,
      path,
      replay,
      onFreshRandomness: confirmed,
      comparisons: outcome.comparisons,
    },
  ];
}

/** Whether a counterexample stood a second look. */
export function confirmation(onFreshRandomness: CounterexampleReport['onFreshRandomness']): string {
  return onFreshRandomness === 'refuted'
    ? 'confirmed on fresh randomness'
    : `not confirmed: ${onFreshRandomness} on fresh randomness`;
}
