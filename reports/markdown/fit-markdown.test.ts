import { describe, expect, test } from 'vitest';
import { exampleEvidence } from '../testing/evidence.ts';
import { exampleReport, reportOf } from '../testing/reports.ts';
import { bytesOf, documentOf, fitMarkdown, type Section } from './fit-markdown.ts';
import { reportMarkdown } from './markdown.ts';

const MEBIBYTE = 2 ** 20;

const table = ['| a | b |', '| --- | --- |', ...Array.from({ length: 50 }, (_, row) => `| ${row} | x |`)].join('\n');
const sections: readonly Section[] = [
  ['# First', 'the answer', table],
  ['## Last', ...Array.from({ length: 20 }, (_, block) => `<details>${block}</details>`)],
];
const whole = documentOf(sections);

test('a document never exceeds what it may have, says what it left out, and loses its last section first', () => {
  for (let most = 400; most <= bytesOf(whole) + 400; most += 7) {
    const document = fitMarkdown(sections, most);
    expect(bytesOf(document)).toBeLessThanOrEqual(most);
    const rows = document.match(/^\| \d+ \| x \|$/gm)?.length ?? 0;
    const details = document.match(/<details>/g)?.length ?? 0;
    const cut = [50 - rows, 20 - details].filter((missing) => missing > 0);
    const said = [...document.matchAll(/^\*(\d+) parts? of this section left out/gm)].map(([, missing]) =>
      Number(missing),
    );
    expect(said).toEqual(cut);
    if (most > 2 * bytesOf(table) + 400) expect(rows).toBe(50);
  }
  expect(fitMarkdown(sections, 2 * bytesOf(whole))).toBe(whole);
});

test('what is far too long leaves room for what comes after it', () => {
  const large = 'x'.repeat(1000);
  const document = fitMarkdown(
    [
      ['# First', large, `${table}\n| ${large} | y |`, 'the rest'],
      ['## Last', 'the end'],
    ],
    1800,
  );
  expect(document).toBe(
    documentOf([
      ['# First', table, 'the rest', '*2 parts of this section left out: report.json has all.*'],
      ['## Last', 'the end'],
    ]),
  );
});

describe('report.md stays below 1 MiB, with the same answer and table,', () => {
  const small = reportMarkdown(exampleReport());
  const answer = small.split('\n\n')[1]!;
  const statementTable = small.split('\n\n').find((block) => block.startsWith('|  | Statement'))!;

  test('of 20 000 comparisons, a table of two megabytes', () => {
    const report = exampleReport();
    const claims = report.claims.map((claim) => {
      const [shown] = claim.comparisons;
      if (claim.id !== 'holds' || shown === undefined) return claim;
      return {
        ...claim,
        comparisons: Array.from({ length: 2e4 }, (_, index) => ({ ...shown, name: `comparison ${index}` })),
      };
    });
    const document = reportMarkdown({ ...report, claims });
    expect(bytesOf(document)).toBeLessThan(MEBIBYTE);
    expect(document.endsWith('*1 part of this section left out: report.json has all.*\n')).toBe(true);
    expect(document.match(/<details>/g)).toHaveLength(4);
    expect(document.match(/<\/details>/g)).toHaveLength(4);
    expect(document.includes(answer)).toBe(true);
    expect(document.includes(statementTable)).toBe(true);
    expect(document.includes('<code>holds</code>')).toBe(false);
  });

  test('with texts of 1 MB', () => {
    const long = 'x'.repeat(1e6);
    const document = reportMarkdown(
      reportOf(
        exampleEvidence.map((record) => {
          if (record.type === 'decision' && record.counterexample !== undefined)
            return { ...record, counterexample: { ...record.counterexample, setting: { [long]: long } } };
          if (record.type !== 'run') return record;
          return {
            ...record,
            claims: record.claims.map((claim) => ({ ...claim, title: long, domain: long, decision: long })),
            mutants: record.mutants.map((mutant) => ({ ...mutant, title: long })),
          };
        }),
      ),
    );
    expect(bytesOf(document)).toBeLessThan(MEBIBYTE);
    expect(document.includes(answer)).toBe(true);
    expect(document.includes(statementTable)).toBe(true);
  });
});
