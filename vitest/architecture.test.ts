import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circleThrough, files, imports, isIn, isOfTests, suites, textOf } from './testing/tree.ts';

/** Folders, and all that their files may import beside their own. A file belongs to the first folder that it lies in. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'theory/manifest': [],
  'theory/numerics': [],
  'sim/random': [],
  'sim/networks': ['sim/random', 'sim/data-error.ts'],
  'sim/digits': ['sim/random', 'sim/data-error.ts'],
  'properties/engine': ['sim/random', 'sim/data-error.ts', 'theory/manifest'],
  ...Object.fromEntries(
    suites.flatMap((suite) => [
      [`theory/${suite}`, ['theory/manifest', 'theory/numerics']],
      [`sim/${suite}`, ['sim/random', 'sim/networks', 'sim/digits', `theory/${suite}/model.ts`]],
      [
        `properties/${suite}`,
        ['properties/engine', 'sim/random', 'sim/networks', 'sim/digits', `sim/${suite}`, `theory/${suite}`],
      ],
      [`reports/${suite}`, ['reports', 'properties/engine', `properties/${suite}`]],
    ]),
  ),
  reports: ['properties/engine', 'theory/manifest'],
  vitest: ['cli/suites.ts', 'reports', 'properties/engine'],
  cli: ['cli.ts', 'reports', 'properties', 'theory/manifest', 'sim/digits', 'sim/data-error.ts'],
};

/** Modules that only tests import, and why they are no support of tests. */
const onlyTested: Readonly<Record<string, string>> = {
  'theory/manifest/formula.ts': 'the printed formulas as functions, which tests hold the theory against',
  'theory/verified-retraining/implementations.ts': 'which function of the theory is which formula',
  'properties/engine/decide/means/hedged-capital.ts': 'the interval of a betting test, for those who want no verdict',
};

const isReport = (file: string) => isIn(file, 'reports') && !suites.some((suite) => isIn(file, `reports/${suite}`));

describe('imports', () => {
  test('run along the arrows', () => {
    const strays = [...imports].flatMap(([file, targets]) => {
      if (isOfTests(file)) return [];
      const from = Object.keys(arrows).find((place) => isIn(file, place));
      if (from === undefined) return [];
      const allowed = [from, ...arrows[from]!];
      const ofAnotherSuite = (target: string) => isReport(file) && isIn(target, 'reports') && !isReport(target);
      return targets
        .filter((target) => !allowed.some((place) => isIn(target, place)) || ofAnotherSuite(target))
        .map((target) => `${file} imports ${target}: ${from} may import ${allowed.join(', ')}`);
    });
    expect(strays).toEqual([]);
  });

  test('make no circle, those of types included', () => {
    const circles = [...imports.keys()].map((file) => circleThrough(file)).filter((circle) => circle !== undefined);
    // Each circle is found once from each of its files.
    const distinct = new Map(circles.map((circle) => [[...new Set(circle)].sort().join(), circle.join(' -> ')]));
    expect([...distinct.values()]).toEqual([]);
  });
});

test('a folder holds at most 20 files beside tests and data', () => {
  const counts = new Map<string, number>();
  for (const file of files.filter((each) => !/(\.test\.ts|\.json|\.css)$/.test(each)))
    counts.set(posix.dirname(file), (counts.get(posix.dirname(file)) ?? 0) + 1);
  expect(Object.fromEntries([...counts].filter(([, count]) => count > 20))).toEqual({});
});

describe('what supports tests', () => {
  test('lies in folders named testing, beside what it supports', () => {
    const otherNames = /(^|\/)(__\w+__|tests?|fixtures?|mocks?|stubs?|test-\w+|testdata)\//;
    expect(files.filter((file) => otherNames.test(file))).toEqual([]);
    const importers = new Map<string, string[]>();
    for (const [file, targets] of imports)
      for (const target of targets) importers.set(target, [...(importers.get(target) ?? []), file]);
    const onlyForTests = [...importers].filter(
      ([file, by]) => !isOfTests(file) && !isIn(file, 'vitest') && !file.endsWith('.config.ts') && by.every(isOfTests),
    );
    // A module may be started by its address, which a module beside it makes, or by its path, in a command.
    const started = (file: string) =>
      files.some(
        (other) =>
          (posix.dirname(other) === posix.dirname(file) &&
            textOf(other).includes(`new URL('${posix.basename(file)}'`)) ||
          (other === 'package.json' && textOf(other).includes(file)),
      );
    const unexplained = onlyForTests.filter(([file]) => !started(file) && onlyTested[file] === undefined);
    expect(unexplained.map(([file, by]) => `${file} is imported by ${by.join(', ')} alone`)).toEqual([]);
    expect(Object.keys(onlyTested).filter((file) => !onlyForTests.some(([other]) => other === file))).toEqual([]);
  });

  test('is imported by tests, and by what measures', () => {
    const strays = [...imports].flatMap(([file, targets]) =>
      isOfTests(file) || isIn(file, 'bench')
        ? []
        : targets.filter(isOfTests).map((target) => `${file} imports ${target}`),
    );
    expect(strays).toEqual([]);
  });
});
