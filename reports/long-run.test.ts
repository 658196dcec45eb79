import { expect, test } from 'vitest';
import { mergeEvidence } from '../properties/engine/evidence/merge-evidence.ts';
import { reportJson } from './json.ts';
import { reportMarkdown } from './markdown/markdown.ts';
import { terminalReport } from './terminal/terminal.ts';
import { exampleRun } from './testing/evidence.ts';
import { evidenceOf, lengthened } from './testing/long-run.ts';
import { reportOf } from './testing/reports.ts';
import { mergedSuite } from './testing/suite.ts';

/** The data, and how often any field of an object or entry of a list in them has been read. */
function counted<T extends object>(data: T): { readonly data: T; reads: number } {
  const wrapped = new WeakMap<object, object>();
  const wrap = <O extends object>(target: O): O => {
    const known = wrapped.get(target);
    if (known !== undefined) return known as O;
    const proxy = new Proxy(target, {
      get(_, key) {
        counter.reads += 1;
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'object' && value !== null ? wrap(value) : value;
      },
    });
    wrapped.set(target, proxy);
    return proxy;
  };
  const counter = { reads: 0, data: wrap(data) };
  return counter;
}

/** How many reads it takes to merge and to render a run of some claims, each a copy of one, with some settings each. */
function readsOf(claims: number, settings: number): number[] {
  const copies = Array.from({ length: claims }, (_, index) => ({ ...exampleRun.claims[0]!, id: `claim-${index}` }));
  const run = lengthened({ ...exampleRun, claims: copies }, settings);
  const located = [...evidenceOf(run)].map((record, line) => ({ record, file: 'a', line }));
  const evidence = counted([{ file: 'a', records: located, problems: [] }]);
  const { records } = mergeEvidence(evidence.data, mergedSuite([], []));
  const report = counted(reportOf(records));
  for (const text of [reportMarkdown(report.data), reportJson(report.data), terminalReport(report.data, 'out', false)])
    expect(text).toContain(`claim-${claims - 1}`);
  return [evidence.reads, report.reads];
}

/** What sorting may add to work that grows with the number of records, from 2 500 to 10 000: log 10 000 / log 2 500 = 1.18. */
const SORTING = 1.2;

test('work grows with the number of records and of claims, not with their product or squares', () => {
  const [merged, rendered] = readsOf(250, 10);
  const [mergedFourTimes, renderedTwice] = readsOf(500, 20);
  expect(merged).toBeGreaterThan(250 * 10);
  expect(rendered).toBeGreaterThan(250);
  expect(mergedFourTimes! / merged!).toBeLessThan(4 * SORTING);
  // A report of supported claims says as much of many settings as of few.
  expect(renderedTwice! / rendered!).toBeLessThan(2 * SORTING);
});
