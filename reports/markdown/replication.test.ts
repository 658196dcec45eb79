import { expect, test } from 'vitest';
import { terminalReport } from '../terminal/terminal.ts';
import { exampleEvidence } from '../testing/evidence.ts';
import { replicatedEvidence } from '../testing/replicated.ts';
import { reportOf } from '../testing/reports.ts';
import { reportMarkdown } from './markdown.ts';

const report = reportOf(replicatedEvidence);
const markdown = reportMarkdown(report);
const rowsOf = (text: string) => markdown.split('\n').filter((line) => line.startsWith('|') && line.includes(text));

test('the report names the backend of the runs and the data that they worked on', () => {
  expect(markdown).toContain('Backend: abacus, an abacus of version 1.');
  expect(markdown).toContain('Data: the first colony (SHA-256 a1b2). A perfect run would be observed at 0.06.');
  expect(markdown).toContain('Data: the second colony (SHA-256 c3d4).');
  expect(markdown).toContain('Decided over 9 replicates of fixed settings');
  expect(terminalReport(report, 'out', false)).toContain('Backend: abacus, an abacus of version 1.');
});

test('every effect is shown on every population, with its interval, smallest effect of interest and replicates', () => {
  const [first] = rowsOf('| first colony, warm | supported |');
  expect(first!.split(' | ')).toEqual([
    '| `falls`',
    'ln distance, last / start',
    'first colony, warm',
    'supported',
    '-0.4',
    '\\[-0.45, -0.35\\]',
    '&lt; 0',
    '0.1',
    '4 |',
  ]);
  expect(rowsOf('| second colony, warm | supported |').length).toBeGreaterThan(0);
});

test('the table of statements shows the effects that a statement rests on', () => {
  const [row] = rowsOf('`true~1`');
  expect(row).toContain(
    'ln distance, last / start: -0.4 \\[-0.45, -0.35\\], 4 replicates of first colony, warm (abacus)',
  );
  expect(row).toContain(
    'ln distance, last / start: -0.5 \\[-0.55, -0.45\\], 5 replicates of second colony, warm (abacus)',
  );
});

test('what is not claimed, and what was seen beside the claims, is said', () => {
  for (const line of [
    '- `rises` is not said to hold on warm: nobody knows',
    '- `falls` is not said to hold on cold: it does not fall there',
    '- `falls`: It falls in the first round most.',
  ]) {
    expect(markdown).toContain(line);
  }
});

test('no share of a domain is stated where settings are fixed, and the guarantee is said to assume normal effects', () => {
  expect(report.claims[0]!.mayFailOn).toBeNull();
  expect(rowsOf('| `falls` | 2 |')[0]).toContain('| fixed settings |');
  expect(markdown).toContain('Guarantee: assumes normal effects');
});

test('a refuted population is replayed with its backend and data', () => {
  const refuted = replicatedEvidence.map((record) =>
    record.type === 'decision' && record.index === 0
      ? {
          ...record,
          outcome: { ...record.outcome, verdict: 'refuted' as const },
          counterexample: {
            setting: record.setting,
            path: '0',
            outcome: record.outcome,
            confirmed: 'refuted' as const,
          },
        }
      : record,
  );
  const [claim] = reportOf(refuted).claims;
  expect(claim!.reasons).toEqual(['setting 0 (first colony, warm) refuted']);
  expect(claim!.counterexamples[0]!.minimal).toBe(false);
  expect(claim!.counterexamples[0]!.replay).toMatch(
    / replay falls --suite example --seed 7 --tier quick --path 0 --abacus wood --colonies DIR$/,
  );
});

test('the budget of replicated claims is stated beside that of the others', () => {
  for (const figure of ['1e-6', '0.03', '0.04']) expect(markdown).toContain(figure);
});

test('a picture is shown with its caption', () => {
  expect(markdown).toContain('![What was observed.](observed.png)\n\nWhat was observed.');
});

test('a run without replicated claims has no such part', () => {
  expect(markdown).toContain('## Replicated claims');
  expect(reportMarkdown(reportOf(exampleEvidence))).not.toContain('## Replicated claims');
});
