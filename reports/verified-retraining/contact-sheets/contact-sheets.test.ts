import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { reportMarkdown } from '../../markdown/markdown.ts';
import { buildReport } from '../../model/report.ts';
import { exampleEvidence, exampleStatements } from '../../testing/evidence.ts';
import { retrainingEvidence } from '../../testing/replicated.ts';
import { contactSheets } from './contact-sheets.ts';
import { drawContactSheet } from './draw-contact-sheet.ts';

const [sheet, ...others] = contactSheets(retrainingEvidence);

test('a kind of digits has a sheet if it has sample images', () => {
  expect(sheet!.file).toBe('contact-sheet-mnist.png');
  expect(others).toEqual([]);
  expect(contactSheets(exampleEvidence)).toEqual([]);
});

test('its rows are the rounds with, without and with a sheared verifier, of replicate 0', () => {
  expect(sheet!.caption).toMatch(
    /Rows from the top: with a verifier, rounds 0 to 2; without a verifier, rounds 0 to 2; with a verifier that takes sheared digits for real, rounds 0 to 2\.$/,
  );
  expect(sheet!.curves.map(({ replicate, arm }) => [replicate, arm.keep])).toEqual([
    [0, 0.1],
    [0, 1],
    [0, 0.1],
  ]);
});

test('its columns are the classes', () => {
  const { width, height, data } = decode(drawContactSheet(sheet!));
  // Cells of images 14 pixels wide, enlarged three times, and lines of one pixel between and around them.
  const cell = 3 * 14 + 1;
  expect([width, height]).toEqual([10 * cell + 1, 9 * cell + 1]);
  const levels = [0, 3, 6].map((row) => 255 - data[(row * cell + 1) * width + 1]!);
  expect(levels).toEqual([20, 40, 70]);
});

test('the report shows it', () => {
  expect(reportMarkdown(buildReport(retrainingEvidence, exampleStatements))).toContain('](contact-sheet-mnist.png)');
});
