import { describe, expect, test } from 'vitest';
import type { DecisionRecord, EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { exampleEvidence, exampleRun } from '../testing/evidence.ts';
import { exampleReport, replicatedReport, reportOf } from '../testing/reports.ts';
import { exampleStatements } from '../testing/suite.ts';
import { compareReports } from './gate.ts';
import { gateText } from './gate-text.ts';

const baseline = exampleReport();
const replicated = replicatedReport();
const isOf = (record: EvidenceRecord, claim: string) => 'claim' in record && record.claim === claim;

/** A decision whose comparisons are moved as a whole. */
const moved = (record: DecisionRecord, by: number): DecisionRecord => ({
  ...record,
  outcome: {
    ...record.outcome,
    comparisons: record.outcome.comparisons.map((each) =>
      each.interval === null
        ? each
        : {
            ...each,
            estimate: each.estimate! + by,
            interval: [each.interval[0]! + by, each.interval[1]! + by],
          },
    ),
  },
});

test('a report is not worse than itself, and what was compared is said in one line', () => {
  const gate = compareReports(baseline, baseline);
  expect(gate).toMatchObject({ regressions: [], gains: [], notes: [] });
  expect(gateText(gate, baseline, baseline)).toBe(
    'Nothing is worse than in the baseline; compared: 5 claims, 9 killed mutants, 4 covered statements, 9 exercised strata, 5 effects (averages, quick tier, seed 7).\n',
  );
  expect(compareReports(replicated, replicated).compared.effects).toBe(2);
});

describe('worse is', () => {
  test('a claim that leaves supported', () => {
    const report = exampleReport((record) =>
      record.type === 'decision' && record.claim === 'holds' && record.index === 1
        ? { ...record, outcome: { ...record.outcome, verdict: 'undecided' } }
        : record,
    );
    expect(compareReports(baseline, report).regressions).toEqual([
      { of: 'claim', name: 'holds', old: 'supported', new: 'undecided: setting 1 undecided' },
    ]);
  });

  test('a claim that is gone, once, with the statement that it alone covered', () => {
    const report = exampleReport((record) => {
      if (record.type === 'run') return { ...record, claims: record.claims.filter(({ id }) => id !== 'holds') };
      return isOf(record, 'holds') ? [] : record;
    });
    expect(compareReports(baseline, report).regressions).toEqual([
      { of: 'claim', name: 'holds', old: 'supported', new: 'not there' },
      {
        of: 'statement',
        name: 'true~1',
        old: 'supported',
        new: 'not yet covered: no claim of this run is evidence for it',
      },
    ]);
  });

  test('a mutant that survives now, with the claim that it escapes', () => {
    const report = exampleReport((record) =>
      record.type === 'mutant' && record.claim === 'holds' && record.mutant === 'clipping'
        ? { ...record, refuted: false, index: 2 }
        : record,
    );
    expect(compareReports(baseline, report).regressions).toEqual([
      { of: 'claim', name: 'holds', old: 'supported', new: 'undecided: mutant clipping survived' },
      { of: 'mutant', name: 'clipping against holds', old: 'killed on setting 0', new: 'survived 2 settings' },
    ]);
  });

  test('a mutant that no claim is held against any more, but not one that another claim refutes', () => {
    const without = (mutants: readonly string[], claims: readonly string[]) =>
      exampleReport((record) =>
        record.type === 'run'
          ? {
              ...record,
              claims: record.claims.map((claim) =>
                claims.includes(claim.id)
                  ? { ...claim, mutants: claim.mutants.filter((id) => !mutants.includes(id)) }
                  : claim,
              ),
            }
          : record,
      );
    const all = exampleRun.claims.map(({ id }) => id);
    const { regressions } = compareReports(baseline, without(['clipping'], all));
    expect(regressions.map(({ of, name }) => [of, name])).toEqual(
      all.map((id) => ['mutant', `clipping against ${id}`]),
    );
    expect(compareReports(baseline, without(['clipping'], ['holds'])).regressions).toEqual([]);
  });

  test('a statement that is no longer covered', () => {
    const statements = exampleStatements.map((each) =>
      each.id === 'true' ? { ...each, scope: { status: 'not-yet' as const, reason: 'Postponed.' } } : each,
    );
    expect(compareReports(baseline, reportOf(exampleEvidence, { statements })).regressions).toEqual([
      { of: 'statement', name: 'true~1', old: 'supported', new: 'not yet covered: Postponed.' },
    ]);
  });

  test('a stratum that is no longer exercised, or no longer of the domain', () => {
    const [missed, left] = [
      exampleReport((record) =>
        record.type === 'decision' && record.claim === 'counterexample' ? { ...record, strata: ['small'] } : record,
      ),
      exampleReport((record) =>
        record.type === 'run'
          ? {
              ...record,
              claims: record.claims.map((claim) =>
                claim.id === 'counterexample' ? { ...claim, strata: ['small'] } : claim,
              ),
            }
          : record,
      ),
    ];
    expect(compareReports(baseline, missed).regressions).toContainEqual({
      of: 'stratum',
      name: 'counterexample: large',
      old: '1 setting',
      new: 'not exercised',
    });
    expect(compareReports(baseline, left).regressions).toContainEqual({
      of: 'stratum',
      name: 'counterexample: large',
      old: '1 setting',
      new: 'not in its domain',
    });
  });

  test('an effect on a population that moved by more than its uncertainty', () => {
    const report = replicatedReport((record) =>
      record.type === 'decision' && record.index === 1 ? moved(record, 0.12) : record,
    );
    expect(compareReports(replicated, report).regressions).toEqual([
      {
        of: 'effect',
        name: 'falls, second colony, warm: ln distance, last / start',
        old: '-0.5 [-0.55, -0.45]',
        new: '-0.38 [-0.43, -0.33]',
      },
    ]);
    const within = replicatedReport((record) => (record.type === 'decision' ? moved(record, 0.09) : record));
    expect(compareReports(replicated, within).regressions).toEqual([]);
    // Each population is its own effect, however far it lies from the others.
    const apart = replicatedReport((record) =>
      record.type === 'decision' && record.index === 0 ? moved(record, -1) : record,
    );
    expect(compareReports(apart, apart)).toMatchObject({ regressions: [], compared: { effects: 2 } });
  });

  test('an effect at the same setting that moved, in another seed too, but not one at another setting', () => {
    // Toward the prediction: no verdict changes.
    const shifted = (setting?: unknown) =>
      exampleReport((record) => {
        if (record.type === 'run') return { ...record, seed: 8 };
        return record.type === 'decision' && record.claim === 'holds' && record.index === 1
          ? { ...moved(record, 0.145), setting: setting ?? record.setting }
          : record;
      });
    expect(compareReports(baseline, shifted()).regressions).toEqual([
      { of: 'effect', name: 'holds, setting 1: MSE', old: '0.95 [0.93, 0.97]', new: '1.095 [1.075, 1.115]' },
    ]);
    expect(compareReports(baseline, shifted({ n: 2 }))).toMatchObject({ regressions: [], compared: { effects: 4 } });
  });
});

test('better is a claim newly supported, a statement newly covered and a mutant newly refuted', () => {
  const worse = exampleReport((record) => {
    if (record.type === 'run') return { ...record, claims: record.claims.filter(({ id }) => id !== 'holds') };
    return isOf(record, 'holds') ? [] : record;
  });
  const better = exampleReport((record) => (record.type === 'mutant' ? { ...record, refuted: true } : record));
  const gate = compareReports(worse, better);
  expect(gate.regressions).toEqual([]);
  expect(gate.gains.map(({ of, name }) => `${of} ${name}`)).toEqual([
    'claim holds',
    'claim mutant-survives',
    'mutant one-sided against mutant-survives',
    'statement true~1',
  ]);
  expect(gateText(gate, worse, better)).toContain('Better than in the baseline: 4.');
});

test('a baseline of another suite or tier, or of runs on other data, is refused', () => {
  const other = exampleReport((record) =>
    record.type === 'run' ? { ...record, suite: { ...record.suite, title: 'sums' } } : record,
  );
  expect(() => compareReports({ ...other, suite: { ...other.suite, id: 'sums' } }, baseline)).toThrow(
    'the baseline is of the suite sums, the report of the suite example',
  );
  expect(compareReports(other, baseline).regressions).toEqual([]);
  const full = exampleReport((record) => (record.type === 'run' ? { ...record, tier: 'full' } : record));
  expect(() => compareReports(full, baseline)).toThrow(
    'the baseline is of the full tier, the report of the quick tier',
  );
  const second = replicatedReport((record) =>
    record.type === 'run'
      ? { ...record, backend: { ...record.backend!, data: record.backend!.data.slice(1) } }
      : record,
  );
  expect(() => compareReports(second, replicated)).toThrow(
    'worked on the data second, those of the report on first and second',
  );
});

test('another backend and other data are noted, and effects on other data are not compared', () => {
  const other = replicatedReport((record) =>
    record.type === 'run'
      ? {
          ...record,
          backend: {
            ...record.backend!,
            name: 'slide rule',
            description: 'another',
            data: record.backend!.data.map((each) => ({ ...each, digest: 'e5f6' })),
          },
        }
      : record,
  );
  const gate = compareReports(replicated, other);
  expect(gate.compared.effects).toBe(0);
  expect(gate.notes).toEqual([
    'Other backend: abacus (an abacus of version 1) before, slide rule (another) now.',
    'Data of the same name with other contents: effects of replicated claims are not compared.',
  ]);
});

test('hostile text stays in its cell', () => {
  const hostile = 'a\u0000\u001b[2J\n::error::b\r\u202ec\u2028d'.padEnd(1e6, 'x');
  const report = exampleReport((record) =>
    record.type === 'decision' && record.claim === 'holds' && record.index === 1
      ? { ...record, outcome: { ...record.outcome, verdict: 'undecided' } }
      : record,
  );
  const renamed = (each: typeof report) => ({
    ...each,
    claims: each.claims.map((claim) => (claim.id === 'holds' ? { ...claim, id: hostile } : claim)),
  });
  const [old, now] = [renamed(baseline), renamed(report)];
  const lines = gateText(compareReports(old, now), old, now).split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(/^claim {2}a␀␛\[2J␊::error::b␍\uFFFDc\uFFFDdx+… {2}supported {2}undecided/);
});
