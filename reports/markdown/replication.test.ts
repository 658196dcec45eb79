import { expect, test } from 'vitest';
import { buildReport } from '../model/report.ts';
import { terminalReport } from '../terminal/terminal.ts';
import { exampleEvidence, exampleStatements } from '../testing/evidence.ts';
import { retrainingEvidence, retrainingRun } from '../testing/replicated.ts';
import { reportMarkdown } from './markdown.ts';

const report = buildReport(retrainingEvidence, exampleStatements);
const markdown = reportMarkdown(report);
const rowsOf = (text: string) => markdown.split('\n').filter((line) => line.startsWith('|') && line.includes(text));

test('the report says with which engine and on which digits generators were retrained', () => {
  expect(markdown).toContain('Engine: onnx, an engine of version 1.');
  expect(markdown).toContain(
    'Digits: MNIST (SHA-256 a1b2). A perfect generator would be at a Fréchet distance (FD) of 0.06.',
  );
  expect(markdown).toContain('Digits: drawn digits (SHA-256 c3d4).');
  expect(markdown).toContain('Decided over 9 replicates of fixed settings');
  expect(terminalReport(report, 'out', false)).toContain('Engine: onnx, an engine of version 1.');
});

test('every effect is shown on every population, with its interval, smallest effect of interest and replicates', () => {
  const [first] = rowsOf('| MNIST, warm | supported |');
  expect(first!.split(' | ')).toEqual([
    '| `falls`',
    'ln FD, last / start',
    'MNIST, warm',
    'supported',
    '-0.4',
    '\\[-0.45, -0.35\\]',
    '&lt; 0',
    '0.1',
    '4 |',
  ]);
  expect(rowsOf('| procedural digits, warm | supported |').length).toBeGreaterThan(0);
});

test('the table of statements shows the effects that a statement rests on', () => {
  const [row] = rowsOf('`true~1`');
  expect(row).toContain('ln FD, last / start: -0.4 \\[-0.45, -0.35\\], 4 replicates of MNIST, warm (onnx)');
  expect(row).toContain('ln FD, last / start: -0.5 \\[-0.55, -0.45\\], 5 replicates of procedural digits, warm (onnx)');
});

test('what is not claimed, and what was seen beside the claims, is said', () => {
  for (const line of [
    '- `rises` is not said to hold on warm: nobody knows',
    '- `falls` is not said to hold on fresh: it does not fall there',
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

test('a refuted population is replayed with its engine and digits', () => {
  const refuted = retrainingEvidence.map((record) =>
    record.type === 'draw' && record.draw === 0
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
  const [claim] = buildReport(refuted, exampleStatements).claims;
  expect(claim!.reasons).toEqual(['draw 0 (MNIST, warm) refuted']);
  expect(claim!.counterexamples[0]!.minimal).toBe(false);
  expect(claim!.counterexamples[0]!.replay).toMatch(
    / replay falls --seed 7 --tier quick --path 0 --engine onnx --mnist DIR$/,
  );
});

test('the budget of retraining claims is stated beside that of the others', () => {
  expect(retrainingRun.budget.retraining).not.toBeNull();
  for (const figure of ['1e-6', '0.03', '0.04']) expect(markdown).toContain(figure);
});

test('a run that retrains nothing has no such part', () => {
  expect(reportMarkdown(buildReport(exampleEvidence, exampleStatements))).not.toContain('## Retrained generators');
});
