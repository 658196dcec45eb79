import { expect, test } from 'vitest';
import { exampleEvidence } from '../testing/evidence.ts';
import { replicatedEvidence } from '../testing/replicated.ts';
import { reportOf } from '../testing/reports.ts';
import { columns } from './columns.ts';
import { terminalReport } from './terminal.ts';

const report = reportOf(exampleEvidence);
const text = terminalReport(report, 'out', false);
const escapeCharacter = String.fromCharCode(27);

test('columns line up', () => {
  expect(
    columns(
      [
        ['a', 'bbb'],
        ['aaaa', 'b'],
      ],
      [1],
    ),
  ).toEqual(['a     bbb', 'aaaa    b']);
});

test('the theory comes first, then a table with a line for each claim, with its estimate against its zone', () => {
  const [title, header, first] = text.split('\n');
  expect(title).toBe('averages (Paper 1)');
  expect(header).toMatch(/^claim +verdict +settings/);
  expect(first!.split(/ {2,}/)).toEqual(['holds', 'supported', '2', '2,000', '2/2', '50 %', 'MSE: 0.95 in [0.9, 1.1]']);
});

test('what is not supported is explained, with a counterexample that can be replayed', () => {
  expect(text).toContain('mutant-survives is undecided:\n  mutant one-sided survived\n');
  expect(text).toContain('Minimal counterexample of setting 1, confirmed on fresh randomness:\n    {"note":"```"}\n');
  expect(text).toContain(
    'MSE: 1.5, not in [0.9, 1.1]\n    npm run claimcheck -- replay fails --suite example --seed 7',
  );
});

test('the closing lines state the error budget, the zone, the counts and where the report is', () => {
  expect(text).toContain('1e-6 (1.25e-7 a setting)');
  expect(text).toContain('Indifference zone (quick tier): 10 %');
  expect(text).toContain(
    'Statements of averages (Paper 1): 2 supported, 1 refuted, 1 undecided, 2 not yet covered, 1 out of scope',
  );
  expect(text).toContain('Claims: 2 supported, 1 refuted, 2 undecided (5 claims, 10 settings, 10,000 replicates');
  expect(text.endsWith('Report: out/report.html\n')).toBe(true);
});

test('colors are used only when asked for, and change no column', () => {
  const colored = terminalReport(report, 'out', true);
  expect(text).not.toContain(escapeCharacter);
  expect(colored).toContain(`${escapeCharacter}[31mrefuted`);
  expect(colored.replace(new RegExp(`${escapeCharacter}\\[\\d+m`, 'g'), '')).toBe(text);
});

test('the backend of replicated claims is named, with a sentence on its data', () => {
  const lines = terminalReport(reportOf(replicatedEvidence), 'out', false).split('\n');
  expect(lines).toContain('Backend: abacus, an abacus of version 1.');
  expect(lines).toContain('Data: the first colony (SHA-256 a1b2). A perfect run would be observed at 0.06.');
});
