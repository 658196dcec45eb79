import { expect, test } from 'vitest';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import type { Statement } from '../../theory/manifest/statement.ts';
import { reportMarkdown } from '../markdown/markdown.ts';
import { exampleEvidence } from '../testing/evidence.ts';
import { reportOf } from '../testing/reports.ts';
import { exampleStatements } from '../testing/suite.ts';

type Change = Partial<Pick<Statement, 'revision' | 'dependsOn'>>;

/** The example manifest with some statements changed, by id. */
const manifest = (changes: Readonly<Record<string, Change>>) =>
  exampleStatements.map((each): Statement => ({ ...each, ...changes[each.id] }));
const reported = (
  id: string,
  changes: Readonly<Record<string, Change>> = {},
  records: readonly EvidenceRecord[] = exampleEvidence,
) =>
  reportOf(records, { statements: manifest(changes) }).statements.find(({ reference }) =>
    reference.startsWith(`${id}~`),
  )!;
const gapsOf = (...of: Parameters<typeof reported>) => reported(...of).gaps.map(({ kind, reason }) => [kind, reason]);

test('a supported statement whose claim lacks nothing has no gap', () => {
  expect(gapsOf('true')).toEqual([]);
});

test('a refuted claim is no gap: it is an answer', () => {
  expect(gapsOf('false')).toEqual([]);
});

test('a statement without a claim has a direct gap, with the reason where it is not to be checked', () => {
  expect(gapsOf('unclaimed')).toEqual([['direct', 'no claim of this run is evidence for it']]);
  expect(gapsOf('later')).toEqual([['direct', 'No data yet.']]);
  expect(gapsOf('never')).toEqual([['direct', 'Needs accelerators.']]);
});

test('a statement inherits the mutants that its claims left alive and the strata that they missed', () => {
  expect(gapsOf('weak')).toEqual([
    ['inherited', 'mutant-survives: mutant one-sided survived'],
    ['inherited', "stratum-missed: stratum 'large' exercised 0 times, 1 promised"],
  ]);
});

test('a statement inherits mutants that were not tried and settings that are missing', () => {
  const untried = exampleEvidence.filter(
    (record) => !(record.type === 'mutant' && record.claim === 'holds' && record.mutant === 'clipping'),
  );
  expect(gapsOf('true', {}, untried)).toEqual([['inherited', 'holds: mutant clipping was not tried']]);
  const undrawn = exampleEvidence.filter(
    (record) => !(record.type === 'decision' && record.claim === 'holds' && record.index === 1),
  );
  expect(gapsOf('true', {}, undrawn)).toEqual([
    ['inherited', 'holds: 1 of 2 settings missing'],
    ['inherited', "holds: stratum 'large' exercised 0 times, 1 promised"],
  ]);
});

test('a statement inherits what it rests on, by way of others too, each fault once', () => {
  const chain = { true: { dependsOn: ['loose'] }, loose: { dependsOn: ['false', 'unclaimed', 'later', 'weak'] } };
  const faults = [
    ['inherited', 'it rests on false: refuted'],
    ['inherited', 'it rests on unclaimed, later: without a claim in this run'],
    ['inherited', 'it rests on weak: undecided'],
  ];
  expect(gapsOf('loose', chain)).toEqual(faults);
  expect(gapsOf('true', chain)).toEqual(faults);
  expect(gapsOf('true', { true: { dependsOn: ['loose'] } })).toEqual([]);
});

test('of many statements that it rests on three are named', () => {
  const dependsOn = ['later', 'never', 'unclaimed', 'more'];
  const more = exampleStatements.filter(({ id }) => id === 'unclaimed').map((each) => ({ ...each, id: 'more' }));
  const { statements } = reportOf(exampleEvidence, { statements: [...manifest({ true: { dependsOn } }), ...more] });
  expect(statements[0]!.gaps).toEqual([
    { kind: 'inherited', reason: 'it rests on later, never, unclaimed and 1 other: without a claim in this run' },
  ]);
});

test('statements that rest on one another in a circle come to an end', () => {
  expect(gapsOf('true', { true: { dependsOn: ['loose'] }, loose: { dependsOn: ['true'] } })).toEqual([]);
});

test('evidence for another revision is stale: the statement is not covered, nor is what rests on it', () => {
  const revised = { true: { revision: 2 }, loose: { dependsOn: ['true'] } };
  expect(reported('true', revised)).toMatchObject({
    reference: 'true~2',
    status: 'not yet covered',
    reason: 'stale: its evidence is for another revision of the statement',
    claims: [],
    strength: null,
    gaps: [{ kind: 'stale', reason: 'holds: its evidence is for true~1; the statement is at revision 2' }],
  });
  expect(gapsOf('loose', revised)).toEqual([['inherited', 'it rests on true: stale']]);
});

test('a claim of the current revision does not support a statement alone while another is of an old one', () => {
  const records = exampleEvidence.map((record) =>
    record.type !== 'run'
      ? record
      : {
          ...record,
          claims: record.claims.map((each) =>
            each.id === 'counterexample' ? { ...each, statements: ['true~2'] } : each,
          ),
        },
  );
  const { status, claims } = reported('true', { true: { revision: 2 } }, records);
  expect({ status, claims }).toEqual({ status: 'not yet covered', claims: ['counterexample'] });
});

test('the report lists gaps by kind and reason, and says so when there are none', () => {
  const listed = reportMarkdown(reportOf(exampleEvidence));
  expect(listed).toContain('3 of 7 statements covered without a gap.');
  expect(listed).toContain('- `unclaimed~1`: no claim of this run is evidence for it');
  expect(listed).toContain('- `weak~1`: mutant-survives: mutant one-sided survived');
  const whole = exampleStatements.filter(({ id }) => ['true', 'false', 'loose'].includes(id));
  const cited = exampleEvidence.map((record) =>
    record.type !== 'run'
      ? record
      : { ...record, claims: record.claims.filter(({ statements }) => !statements.includes('weak~1')) },
  );
  expect(reportMarkdown(reportOf(cited, { statements: whole }))).toContain(
    '3 of 3 statements covered without a gap. There are no gaps.',
  );
});
