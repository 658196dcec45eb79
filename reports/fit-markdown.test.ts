import { describe, expect, test } from 'vitest';
import { exampleEvidence, exampleStatements } from './example-evidence.ts';
import { bytesOf, documentOf, fitMarkdown, type Section } from './fit-markdown.ts';
import { exampleReport } from './gate/example-reports.ts';
import { reportMarkdown } from './markdown.ts';
import { buildReport } from './report.ts';

const MEBIBYTE = 2 ** 20;

const table = ['| a | b |', '| --- | --- |', ...Array.from({ length: 50 }, (_, row) => `| ${row} | x |`)].join('\n');
const sections: readonly Section[] = [
  ['# First', 'the answer', table],
  ['## Last', ...Array.from({ length: 20 }, (_, block) => `<details>${block}</details>`)],
];
const whole = documentOf(sections);

test('a document never exceeds what it may have, and loses its last section before its first', () => {
  for (let most = 400; most <= bytesOf(whole) + 400; most += 7) {
    const document = fitMarkdown(sections, most);
    expect(bytesOf(document)).toBeLessThanOrEqual(most);
    const detail = document.includes('<details>');
    const rows = document.match(/^\| \d+ \| x \|$/gm)?.length ?? 0;
    if (detail) expect(rows).toBe(50);
    if (rows < 50) expect(document).toContain(`*${50 - rows} part${rows === 49 ? '' : 's'} of this section left out`);
  }
  expect(fitMarkdown(sections, bytesOf(whole) + 400)).toBe(whole);
});

test('a part that is larger than 16 KiB gives way to the smaller ones after it', () => {
  const large = 'x'.repeat(2 ** 14);
  const document = fitMarkdown([['# First', large, `${table}\n| ${large} | y |`, 'the rest']], 2 ** 20);
  expect(document).toBe(
    documentOf([['# First', table, 'the rest', '*2 parts of this section left out: report.json has all.*']]),
  );
});

describe('report.md stays below 1 MiB, with the same answer and table,', () => {
  const small = reportMarkdown(exampleReport());
  const answer = small.split('\n\n')[1]!;
  const statementTable = small.split('\n\n').find((block) => block.startsWith('|  | Statement'))!;

  test('of 100 000 comparisons', () => {
    const report = exampleReport();
    const claims = report.claims.map((claim) => {
      const [shown] = claim.comparisons;
      if (claim.id !== 'holds' || shown === undefined) return claim;
      return {
        ...claim,
        comparisons: Array.from({ length: 1e5 }, (_, index) => ({ ...shown, name: `comparison ${index}` })),
      };
    });
    const document = reportMarkdown({ ...report, claims });
    expect(bytesOf(document)).toBeLessThan(MEBIBYTE);
    expect(document.endsWith('*1 part of this section left out: report.json has all.*\n')).toBe(true);
    expect(document.match(/<details>/g)).toHaveLength(4);
    expect(document.match(/<\/details>/g)).toHaveLength(4);
    expect(document).toContain(answer);
    expect(document).toContain(statementTable);
    expect(document).not.toContain('<code>holds</code>');
  });

  test('with texts of 1 MB', () => {
    const long = 'x'.repeat(1e6);
    const document = reportMarkdown(
      buildReport(
        exampleEvidence.map((record) => {
          if (record.type === 'draw' && record.counterexample !== undefined)
            return { ...record, counterexample: { ...record.counterexample, setting: { [long]: long } } };
          if (record.type !== 'run') return record;
          return {
            ...record,
            claims: record.claims.map((claim) => ({ ...claim, title: long, domain: long, decision: long })),
            mutants: record.mutants.map((mutant) => ({ ...mutant, title: long })),
          };
        }),
        exampleStatements,
      ),
    );
    expect(bytesOf(document)).toBeLessThan(MEBIBYTE);
    expect(document).toContain(answer);
    expect(document).toContain(statementTable);
    expect(document).toContain(`"${'x'.repeat(1999)}…": "${'x'.repeat(1999)}…"`);
  });
});
