import { expect, test } from 'vitest';
import type { DrawRecord, EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { strengthText } from '../markdown/coverage.ts';
import { buildReport } from '../model/report.ts';
import { draw, exampleEvidence, exampleRun, exampleStatements } from '../testing/evidence.ts';
import { retrainingEvidence } from '../testing/replicated.ts';

const strengthOf = (id: string, records: readonly EvidenceRecord[] = exampleEvidence) =>
  buildReport(records, exampleStatements).statements.find(({ reference }) => reference === `${id}~1`)!.strength!;
/** The evidence with the draws of the claim 'holds' replaced. */
const withDraws = (...draws: readonly DrawRecord[]) => [
  ...exampleEvidence.filter((record) => !(record.type === 'draw' && record.claim === 'holds')),
  ...draws,
];

test('a statement has the draws, replicates and mutants of all its claims, and the largest share that one may fail on', () => {
  expect(strengthOf('weak')).toMatchObject({ draws: 4, replicates: 4000, mutants: { killed: 3, all: 4 } });
  const fewer = exampleEvidence.filter(
    (record) => !(record.type === 'draw' && record.claim === 'regime-missed' && record.draw === 1),
  );
  expect(strengthOf('weak', fewer).mayFailOn).toBeCloseTo(0.95, 12);
});

test('the comparison closest to its margin is shown, whichever claim made it', () => {
  const near = exampleEvidence.map((record) =>
    record.type === 'draw' && record.claim === 'regime-missed' ? draw('regime-missed', record.draw, 1.08) : record,
  );
  expect(strengthOf('weak', near).mostTelling).toMatchObject({
    claim: 'regime-missed',
    draw: 0,
    interval: [1.06, 1.1],
    logEvidence: null,
  });
});

test('evidence is that of the trace of this draw, else of the one that was traced', () => {
  const traced = (index: number, estimate: number, support: number): DrawRecord => {
    const plain = draw('holds', index, estimate);
    const trace = { replicates: [1, 2], support: [0, support], refute: [0, 0], enough: { support: 13, refute: 16 } };
    return {
      ...plain,
      outcome: { ...plain.outcome, comparisons: plain.outcome.comparisons.map((each) => ({ ...each, trace })) },
    };
  };
  const onBoth = withDraws(traced(0, 1, 14), traced(1, 1.05, 15));
  expect(strengthOf('true', onBoth).mostTelling).toMatchObject({
    draw: 1,
    logEvidence: { draw: 1, support: 15, enough: 13 },
  });
  const onFirst = withDraws(traced(0, 1, 14), draw('holds', 1, 1.05));
  expect(strengthOf('true', onFirst).mostTelling).toMatchObject({ draw: 1, logEvidence: { draw: 0, support: 14 } });
});

test('power is one less the probability of a false support, of the budget that the claim was decided under', () => {
  expect(strengthOf('true').power).toBe(1 - exampleRun.budget.falseSupportOfClaim);
  expect(strengthOf('true', retrainingEvidence).power).toBe(1 - 0.04);
});

test('power is not known where a decision has not ended, or none was made', () => {
  expect(strengthOf('true', withDraws(draw('holds', 0, 1), draw('holds', 1, 1, 'undecided'))).power).toBeNull();
  expect(strengthOf('true', withDraws()).power).toBeNull();
});

test('a statement without a claim has no strength', () => {
  expect(buildReport(exampleEvidence, exampleStatements).statements.at(-1)!.strength).toBeNull();
});

test('strength and gaps make a phrase', () => {
  const [first, , weak] = buildReport(exampleEvidence, exampleStatements).statements;
  expect(strengthText(first!)).toBe('2 draws; 2,000 replicates; may fail on < 78 %; power ≥ 1 − 2e-6; 2/2 mutants');
  expect(strengthText(weak!)).toMatch(/3\/4 mutants; gaps: inherited$/);
});
