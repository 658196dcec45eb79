import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { outputsOf } from '../../outputs.ts';
import { verifiedRetrainingReports as reports } from '../index.ts';
import { reportOf, run, sampledEvidence } from '../testing/evidence.ts';
import { contactSheets } from './contact-sheets.ts';

const [sheet, ...others] = contactSheets(sampledEvidence);

test('a kind of digits has a sheet if it has sample images', () => {
  expect(sheet!.file).toBe('contact-sheet-mnist.png');
  expect(others).toEqual([]);
  expect(contactSheets([run])).toEqual([]);
});

test('its rows are the rounds with, without and with a sheared verifier, of replicate 0', () => {
  expect(sheet!.caption).toMatch(
    /Rows from the top: with a verifier, rounds 0 to 2; without a verifier, rounds 0 to 2; with a verifier that takes sheared digits for real, rounds 0 to 2\.$/,
  );
  expect(sheet!.curves.map(({ replicate, arm }) => [replicate, arm])).toMatchObject([
    [0, { keep: 0.1 }],
    [0, { keep: 1 }],
    [0, { keep: 0.1 }],
  ]);
});

test('its columns are the classes', () => {
  const { width, height, data } = decode(sheet!.draw());
  // Cells of images 14 pixels wide, enlarged three times, and lines of one pixel between and around them.
  const cell = 3 * 14 + 1;
  expect([width, height]).toEqual([10 * cell + 1, 9 * cell + 1]);
  const levels = [0, 3, 6].map((row) => 255 - data[(row * cell + 1) * width + 1]!);
  expect(levels).toEqual([20, 40, 70]);
});

test('data of another name than a word have no sheet: its file could lie anywhere', () => {
  const renamed = sampledEvidence.map((record) =>
    record.type === 'run'
      ? { ...record, backend: { ...record.backend!, data: [{ ...record.backend!.data[0]!, id: '../mnist' }] } }
      : record.type === 'observation'
        ? { ...record, population: { digits: '../mnist', setting: 'warm' } }
        : record,
  );
  expect(contactSheets(renamed)).toEqual([]);
});

test('the report shows the sheet, which lies beside it', async () => {
  const withoutFigures = { ...reports, figures: [] };
  const outputs = await outputsOf(reportOf(sampledEvidence), sampledEvidence, {
    directory: 'out',
    reports: withoutFigures,
  });
  expect(outputs['report.md']).toContain('](contact-sheet-mnist.png)');
  expect(outputs['report.html']).toContain('id="figure-contact-sheet-mnist"');
  expect(outputs['report.html']).toContain('>Generated digits</h2>');
  expect(outputs['contact-sheet-mnist.png']).toEqual(sheet!.draw());
});

test('the report says on which digits generators were retrained', () => {
  expect(reportOf(sampledEvidence).backend!.data.map(({ text }) => text)).toEqual([
    'Digits: MNIST (SHA-256 a1b2). A perfect generator would be at a Fréchet distance (FD) of 0.06.',
    'Digits: drawn digits (SHA-256 c3d4). A perfect generator would be at a Fréchet distance (FD) of 0.06.',
  ]);
});
