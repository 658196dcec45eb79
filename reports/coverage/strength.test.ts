import { expect, test } from 'vitest';
import type { DecisionRecord, EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { strengthText } from '../markdown/coverage.ts';
import { decision, exampleEvidence, exampleRun } from '../testing/evidence.ts';
import { replicatedEvidence, replicatedRun } from '../testing/replicated.ts';
import { reportOf } from '../testing/reports.ts';

const strengthOf = (id: string, records: readonly EvidenceRecord[] = exampleEvidence) =>
  reportOf(records).statements.find(({ reference }) => reference === `${id}~1`)!.strength!;
/** The evidence with the decisions of the claim 'holds' replaced. */
const withDecisions = (...decisions: readonly DecisionRecord[]) => [
  ...exampleEvidence.filter((record) => !(record.type === 'decision' && record.claim === 'holds')),
  ...decisions,
];

test('a statement has the settings, replicates and mutants of all its claims, and the largest share that one may fail on', () => {
  expect(strengthOf('weak')).toMatchObject({ settings: 4, replicates: 4000, mutants: { killed: 3, all: 4 } });
  const fewer = exampleEvidence.filter(
    (record) => !(record.type === 'decision' && record.claim === 'stratum-missed' && record.index === 1),
  );
  expect(strengthOf('weak', fewer).mayFailOn).toBeCloseTo(0.95, 12);
});

test('the comparison closest to its margin is shown, whichever claim made it', () => {
  const near = exampleEvidence.map((record) =>
    record.type === 'decision' && record.claim === 'stratum-missed'
      ? decision('stratum-missed', record.index, 1.08)
      : record,
  );
  expect(strengthOf('weak', near).mostTelling).toMatchObject({
    claim: 'stratum-missed',
    index: 0,
    interval: [1.06, 1.1],
    logEvidence: null,
  });
});

test('evidence is that of the trace of this setting, else of the setting that was traced', () => {
  const traced = (index: number, estimate: number, support: number): DecisionRecord => {
    const plain = decision('holds', index, estimate);
    const trace = { replicates: [1, 2], support: [0, support], refute: [0, 0], threshold: { support: 13, refute: 16 } };
    return {
      ...plain,
      outcome: { ...plain.outcome, comparisons: plain.outcome.comparisons.map((each) => ({ ...each, trace })) },
    };
  };
  const onBoth = withDecisions(traced(0, 1, 14), traced(1, 1.05, 15));
  expect(strengthOf('true', onBoth).mostTelling).toMatchObject({
    index: 1,
    logEvidence: { index: 1, support: 15, threshold: 13 },
  });
  const onFirst = withDecisions(traced(0, 1, 14), decision('holds', 1, 1.05));
  expect(strengthOf('true', onFirst).mostTelling).toMatchObject({ index: 1, logEvidence: { index: 0, support: 14 } });
});

test('power is one less the probability of a false support, of the budget that the claim was decided under', () => {
  expect(strengthOf('true').power).toBe(1 - exampleRun.budgets['drawn-settings']!.falseSupportOfClaim);
  expect(strengthOf('true', replicatedEvidence).power).toBe(1 - 0.04);
});

test('power is not known where a decision has not ended, where none was made, or where there is no budget', () => {
  expect(
    strengthOf('true', withDecisions(decision('holds', 0, 1), decision('holds', 1, 1, 'undecided'))).power,
  ).toBeNull();
  expect(strengthOf('true', withDecisions()).power).toBeNull();
  const unbudgeted = [{ ...replicatedRun, budgets: exampleRun.budgets }, ...replicatedEvidence.slice(1)];
  expect(strengthOf('true', unbudgeted).power).toBeNull();
});

test('a statement without a claim has no strength', () => {
  expect(reportOf(exampleEvidence).statements.at(-1)!.strength).toBeNull();
});

test('strength and gaps make a phrase', () => {
  const [first, , weak] = reportOf(exampleEvidence).statements;
  expect(strengthText(first!)).toBe('2 settings; 2,000 replicates; may fail on < 78 %; power ≥ 1 − 2e-6; 2/2 mutants');
  expect(strengthText(weak!)).toMatch(/3\/4 mutants; gaps: inherited$/);
});
