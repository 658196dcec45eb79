import type { ComparisonOutcome, Verdict } from '../../properties/engine/claim.ts';
import { replayCommand } from '../../properties/engine/command.ts';
import type { ClaimDescription, DecisionRecord, RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { replicationOf } from '../../properties/engine/kinds/replicated-runs/description.ts';

/** A refuted setting with what is needed to look at it again. */
export interface CounterexampleReport {
  /** The index of the setting among the claim's. */
  readonly index: number;
  /** Whether the setting was made minimal, as drawn settings are. Fixed settings stay as they are. */
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

/** The counterexample of a decided setting: one if the setting was refuted, else none. */
export function reportCounterexample(
  { index, counterexample }: DecisionRecord,
  claim: ClaimDescription,
  run: RunRecord,
): CounterexampleReport[] {
  if (counterexample === undefined) return [];
  const { setting, path, outcome, confirmed } = counterexample;
  const replay = replayCommand(run, claim.id, path, replicationOf(claim) !== null);
  const { comparisons } = outcome;
  return [{ index, minimal: claim.drawn, setting, path, replay, onFreshRandomness: confirmed, comparisons }];
}
