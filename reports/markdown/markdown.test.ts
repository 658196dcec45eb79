import { expect, test } from 'vitest';
import { exampleEvidence } from '../testing/evidence.ts';
import { reportOf } from '../testing/reports.ts';
import { reportMarkdown } from './markdown.ts';

const markdown = reportMarkdown(reportOf(exampleEvidence));
const sections = markdown.match(/^## .*$/gm);
const rowOf = (text: string) => markdown.split('\n').find((line) => line.startsWith('|') && line.includes(text));

test('the answer comes first, then what contradicts it, then the paper and the evidence', () => {
  expect(markdown).toMatch(/^# claimcheck report: averages\n\n❌ \*\*2 of 5 claims supported\*\*/);
  expect(markdown).toContain('❌ refuted: `fails`.');
  expect(markdown).toContain('❔ undecided: `mutant-survives`, `stratum-missed`.');
  expect(sections).toEqual([
    '## Counterexamples',
    '## The paper, statement by statement',
    '## Coverage of claims',
    '## Claims',
    '## Kill matrix',
    '## What the numbers mean',
    '## Code that no claim exercises',
    '## Claim by claim',
  ]);
});

test('a run without counterexamples has no section for them', () => {
  const supported = exampleEvidence.filter((record) => !('claim' in record) || record.claim === 'holds');
  expect(reportMarkdown(reportOf(supported))).not.toContain('## Counterexamples');
});

test('a counterexample shows its setting, unharmed by backticks in it, and how to replay it', () => {
  expect(markdown).toContain('````json\n{\n  "note": "```"\n}\n````');
  expect(markdown).toContain(
    '```sh\nnpm run claimcheck -- replay fails --suite example --seed 7 --tier quick --path 1:0:2\n```',
  );
  expect(markdown).toContain('MSE: 1.5, not in \\[0.9, 1.1\\]');
});

test('a loose wording whose counterexample holds is reported as shown false', () => {
  expect(rowOf('`loose~1`')).toContain('✅ shown false');
  expect(rowOf('`true~1`')).toContain('✅ supported');
  expect(rowOf('`never~1`')).toContain('· out of scope');
});

test('the table of claims holds the estimate against its zone', () => {
  const cells = rowOf('| `holds` | 2 |')!.split(' | ');
  expect(cells).toEqual([
    '| ✅',
    '`holds`',
    '2',
    '2,000',
    '&lt; 78 %',
    'MSE',
    '1',
    '0.95',
    '\\[0.9, 1.1\\]',
    '50 %',
    '2/2 |',
  ]);
});

test('the kill matrix says which claims killed a mutant and which missed it', () => {
  expect(rowOf('one-sided (simulator)')).toContain('`holds` (0, 300)');
  expect(rowOf('one-sided (simulator)')).toMatch(/\| `mutant-survives` \|$/);
});

test('every line of a table has as many cells as the lines around it', () => {
  for (const table of markdown.split('\n\n').filter((block) => block.startsWith('|'))) {
    const widths = table.split('\n').map((line) => line.split(/(?<!\\)\|/).length);
    expect(new Set(widths).size, table).toBe(1);
  }
});
