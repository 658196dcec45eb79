import type {
  ClaimDescription,
  DecisionRecord,
  EvidenceRecord,
  MutantRecord,
  RunRecord,
} from '../../properties/engine/evidence/evidence.ts';
import { replicationOf } from '../../properties/engine/kinds/replicated-runs/description.ts';
import { comparison } from './evidence.ts';

/** Evidence of any length, made by hand for benchmarks and tests of reports: like that of a run, but for its numbers. */

/** Comparisons on a setting: about as many as claims make. */
const COMPARISONS = ['E‖θ̂₁−θ*‖², one way', 'E‖θ̂₁−θ*‖², another way'];

/** Entries of a trace: ten a decade, over five decades. */
const TRACE = 50;

/** The setting of a decision, by its index. */
export type SettingOf = (index: number) => unknown;

/** The run with its drawn claims on so many settings each. */
export function lengthened(run: RunRecord, settings: number): RunRecord {
  return {
    ...run,
    claims: run.claims.map((claim) => (replicationOf(claim) === null ? { ...claim, settings } : claim)),
  };
}

/** The evidence of a run, every setting supported and every mutant killed, record by record. */
export function* evidenceOf(
  run: RunRecord,
  settingOf: SettingOf = (n) => ({ n, noise: 1 }),
): Generator<EvidenceRecord> {
  yield run;
  for (const claim of run.claims) {
    for (let index = 0; index < claim.settings; index += 1) yield decision(claim, index, settingOf(index));
    for (const id of claim.mutants) yield mutant(claim, id);
  }
}

function decision(claim: ClaimDescription, index: number, setting: unknown): DecisionRecord {
  const { id, strata } = claim;
  const estimate = 1 + 0.05 * Math.sin(index);
  const names = replicationOf(claim)?.effects.map(({ name }) => name) ?? COMPARISONS;
  const points = Array.from({ length: index === 0 ? TRACE : 0 }, (_, point) => point + estimate);
  const trace = { replicates: points, support: points, refute: points, threshold: { support: 14, refute: 21 } };
  return {
    type: 'decision',
    claim: id,
    index,
    strata: [strata[index % strata.length]!],
    setting,
    outcome: {
      verdict: 'supported',
      replicates: 1000 + index,
      comparisons: names.map((name) => ({
        ...comparison(estimate, 'supported', name),
        replicates: 1000,
        logEvidence: { support: 14.1, refute: 0.1 },
        ...(index === 0 ? { trace } : {}),
      })),
    },
    milliseconds: 200 + estimate,
  };
}

function mutant({ id: claim }: ClaimDescription, id: string): MutantRecord {
  return {
    type: 'mutant',
    claim,
    mutant: id,
    refuted: true,
    index: 0,
    replicates: 300,
    by: COMPARISONS[0]!,
    milliseconds: 5,
  };
}
