import { expect, test } from 'vitest';
import { files, isIn, suites, textOf } from './testing/tree.ts';

// The published report is of the release that made it; this file names the words that others must not.
const written = files.filter((file) => !isIn(file, 'reports/published') && file !== 'vitest/words.test.ts');

const isSuiteFree = (file: string) =>
  isIn(file, 'properties/engine') || (isIn(file, 'reports') && !suites.some((suite) => isIn(file, `reports/${suite}`)));

/** What lines of files say that they must not, as file:line: what. */
const said = (among: readonly string[], words: RegExp) =>
  among.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) => {
        const word = words.exec(line)?.[0];
        return word === undefined ? [] : [`${file}:${index + 1}: ${word}`];
      }),
  );

test('engine and reports of any suite name no paper, comments and tests included', () => {
  const words = /retraining|verifier|knowledge[-_ ]?center|CVAE|MNIST|procedural[-_ ]?digits|2510\.16657/i;
  const among = written.filter(isSuiteFree);
  expect(among.length).toBeGreaterThan(200);
  expect(among.filter((file) => words.test(file))).toEqual([]);
  expect(said(among, words)).toEqual([]);
});

test('files speak of the project, not of where and how it was written', () => {
  // ONNX Runtime and the inspector of Node call what they open a session.
  const programs = /^(sim\/networks\/engines|bench|properties\/engine\/coverage)\//;
  expect(
    said(
      written.filter((file) => !programs.test(file)),
      /\bsessions?\b/i,
    ),
  ).toEqual([]);
  expect(
    said(written, /https?:\/\/[^\s"'`)]*(registry|npmjs|pypi|pythonhosted|artifactory|nexus)|"resolved":/i),
  ).toEqual([]);
});

test('one thing has one word: those that others took the place of are gone', () => {
  const gone = /bettor|observator[yi]|laborator[yi]|\battack|\bcrews?\b|madeOnce|\billustrat|honest|\bdear(er)?\b/i;
  // The first names streams, whose names decide the numbers; the second says what was renamed.
  const excused = ['properties/engine/kinds/figure-data/kind.ts', 'CHANGELOG.md'];
  expect(
    said(
      written.filter((file) => !excused.includes(file)),
      gone,
    ),
  ).toEqual([]);
});
