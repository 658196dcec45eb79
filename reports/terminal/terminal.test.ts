import { expect, test } from 'vitest';
import { buildReport } from '../model/report.ts';
import { exampleEvidence, exampleStatements } from '../testing/evidence.ts';
import { columns } from './columns.ts';
import { terminalReport } from './terminal.ts';

const report = buildReport(exampleEvidence, exampleStatements);
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

test('the table has a line a claim, with its estimate against its zone', () => {
  const [header, first] = text.split('\n');
  expect(header).toMatch(/^claim +verdict +draws/);
  expect(first!.split(/ {2,}/)).toEqual(['holds', 'supported', '2', '2,000', '2/2', '50 %', 'MSE: 0.95 in [0.9, 1.1]']);
});

test('what is not supported is explained, with a counterexample that can be replayed', () => {
  expect(text).toContain('mutant-survives is undecided:\n  mutant one-sided survived\n');
  expect(text).toContain('minimal counterexample of draw 1, confirmed on fresh randomness:\n    {"note":"```"}\n');
  expect(text).toContain('MSE: 1.5, not in [0.9, 1.1]\n    npm run claimcheck -- replay fails --seed 7');
});

test('the closing lines state the error budget, the zone, the counts and where the report is', () => {
  expect(text).toContain('1e-6 (1.25e-7 a draw)');
  expect(text).toContain('Indifference zone (quick tier): 10 %');
  expect(text).toContain('2 supported, 1 refuted, 1 undecided, 2 not yet covered, 1 out of scope');
  expect(text).toContain('Claims: 2 supported, 1 refuted, 2 undecided (5 claims, 10 draws, 10,000 replicates');
  expect(text.endsWith('Report: out/report.html\n')).toBe(true);
});

test('colors are used only when asked for, and change no column', () => {
  const colored = terminalReport(report, 'out', true);
  expect(text).not.toContain(escapeCharacter);
  expect(colored).toContain(`${escapeCharacter}[31mrefuted`);
  expect(colored.replace(new RegExp(`${escapeCharacter}\\[\\d+m`, 'g'), '')).toBe(text);
});
