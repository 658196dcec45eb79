import { describe, expect, test } from 'vitest';
import type { DrawRecord, EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { buildReport } from '../model/report.ts';
import { exampleEvidence, exampleRun, exampleStatements } from '../testing/evidence.ts';
import { compareReports } from './gate.ts';
import { gateText } from './gate-text.ts';
import { exampleReport, retrainingReport } from './testing/reports.ts';

const baseline = exampleReport();
const retraining = retrainingReport();
const isOf = (record: EvidenceRecord, claim: string) => 'claim' in record && record.claim === claim;

/** A draw of the record's whose comparisons are moved as a whole. */
const moved = (record: DrawRecord, by: number): DrawRecord => ({
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
    'Nothing is worse than in the baseline; compared: 5 claims, 9 refuted wrong worlds, 4 covered statements, 9 exercised regimes, 5 effects (quick tier, seed 7).\n',
  );
  expect(compareReports(retraining, retraining).compared.effects).toBe(2);
});

describe('worse is', () => {
  test('a claim that leaves supported', () => {
    const report = exampleReport((record) =>
      record.type === 'draw' && record.claim === 'holds' && record.draw === 1
        ? { ...record, outcome: { ...record.outcome, verdict: 'undecided' } }
        : record,
    );
    expect(compareReports(baseline, report).regressions).toEqual([
      { of: 'claim', name: 'holds', old: 'supported', new: 'undecided: draw 1 undecided' },
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
        ? { ...record, refuted: false, draw: 2 }
        : record,
    );
    expect(compareReports(baseline, report).regressions).toEqual([
      { of: 'claim', name: 'holds', old: 'supported', new: 'undecided: mutant clipping survived' },
      { of: 'mutant', name: 'clipping against holds', old: 'refuted in draw 0', new: 'survived 2 draws' },
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
    expect(compareReports(baseline, buildReport(exampleEvidence, statements)).regressions).toEqual([
      { of: 'statement', name: 'true~1', old: 'supported', new: 'not yet covered: Postponed.' },
    ]);
  });

  test('a regime that is no longer exercised, or no longer of the domain', () => {
    const [missed, left] = [
      exampleReport((record) =>
        record.type === 'draw' && record.claim === 'counterexample' ? { ...record, regimes: ['small'] } : record,
      ),
      exampleReport((record) =>
        record.type === 'run'
          ? {
              ...record,
              claims: record.claims.map((claim) =>
                claim.id === 'counterexample' ? { ...claim, regimes: ['small'] } : claim,
              ),
            }
          : record,
      ),
    ];
    expect(compareReports(baseline, missed).regressions).toContainEqual({
      of: 'regime',
      name: 'counterexample: large',
      old: '1 draw',
      new: 'not exercised',
    });
    expect(compareReports(baseline, left).regressions).toContainEqual({
      of: 'regime',
      name: 'counterexample: large',
      old: '1 draw',
      new: 'not in its domain',
    });
  });

  test('an effect on a population that moved by more than its uncertainty', () => {
    const report = retrainingReport((record) =>
      record.type === 'draw' && record.draw === 1 ? moved(record, 0.12) : record,
    );
    expect(compareReports(retraining, report).regressions).toEqual([
      {
        of: 'effect',
        name: 'falls, procedural digits, warm: ln FD, last / start',
        old: '-0.5 [-0.55, -0.45]',
        new: '-0.38 [-0.43, -0.33]',
      },
    ]);
    const within = retrainingReport((record) => (record.type === 'draw' ? moved(record, 0.09) : record));
    expect(compareReports(retraining, within).regressions).toEqual([]);
    // Each population is its own effect, however far it lies from the others.
    const apart = retrainingReport((record) =>
      record.type === 'draw' && record.draw === 0 ? moved(record, -1) : record,
    );
    expect(compareReports(apart, apart)).toMatchObject({ regressions: [], compared: { effects: 2 } });
  });

  test('an effect at the same setting that moved, in another seed too, but not one at another setting', () => {
    // Toward the prediction: no verdict changes.
    const shifted = (setting?: unknown) =>
      exampleReport((record) => {
        if (record.type === 'run') return { ...record, seed: 8 };
        return record.type === 'draw' && record.claim === 'holds' && record.draw === 1
          ? { ...moved(record, 0.145), setting: setting ?? record.setting }
          : record;
      });
    expect(compareReports(baseline, shifted()).regressions).toEqual([
      { of: 'effect', name: 'holds, draw 1: MSE', old: '0.95 [0.93, 0.97]', new: '1.095 [1.075, 1.115]' },
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

test('a baseline of another tier, or of generators that saw other kinds of digits, is refused', () => {
  const full = exampleReport((record) => (record.type === 'run' ? { ...record, tier: 'full' } : record));
  expect(() => compareReports(full, baseline)).toThrow(
    'the baseline is of the full tier, the report of the quick tier',
  );
  const procedural = retrainingReport((record) =>
    record.type === 'run' ? { ...record, digits: record.digits.slice(1) } : record,
  );
  expect(() => compareReports(procedural, retraining)).toThrow('saw procedural digits, those of the report mnist and');
});

test('another engine and other images are noted, and effects of other images are not compared', () => {
  const other = retrainingReport((record) =>
    record.type === 'run'
      ? {
          ...record,
          engine: { name: 'tfjs', description: 'another' },
          digits: record.digits.map((each) => ({ ...each, digest: 'e5f6' })),
        }
      : record,
  );
  const gate = compareReports(retraining, other);
  expect(gate.compared.effects).toBe(0);
  expect(gate.notes).toEqual([
    'Other engine: onnx (an engine of version 1) before, tfjs (another) now.',
    'Other images of the same kind of digits: effects of retrained generators are not compared.',
  ]);
});

test('hostile text stays in its cell', () => {
  const hostile = 'a\u0000\u001b[2J\n::error::b\r\u202ec\u2028d'.padEnd(1e6, 'x');
  const report = exampleReport((record) =>
    record.type === 'draw' && record.claim === 'holds' && record.draw === 1
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
