import type { Effort, Part } from './harness/part.ts';
import { beginning, type Results } from './harness/results.ts';
import { linesOf } from './harness/text.ts';

/** Milliseconds of a slice: several of the longest steps, so that the caches that another task left cold weigh little; the shorter, the more alike are the conditions. */
const SLICE = 50;

/** Measures the parts in turn: after each its tables as text, and the results of all so far. */
export async function* measure(
  chosen: readonly Part[],
  { smoke, tier, runs }: Pick<Effort, 'smoke' | 'tier'> & Partial<Pick<Effort, 'runs'>>,
): AsyncGenerator<{ readonly text: string; readonly results: Results }> {
  let results = beginning();
  for (const { name, title, runs: usual, load } of chosen) {
    const effort = { runs: runs ?? (smoke ? 1 : usual), slice: smoke ? 0 : SLICE, smoke, tier };
    const started = performance.now();
    const tables = await (await load())(effort);
    const { runs: done, slice } = effort;
    const part = { name, title, runs: done, slice, smoke, milliseconds: performance.now() - started, tables };
    results = { ...results, parts: [...results.parts, part] };
    const head = `\n${name}: ${title} (runs: ${done}; ${(part.milliseconds / 1000).toFixed(1)} s)`;
    yield { text: `${[head, ...tables.flatMap(linesOf)].join('\n')}\n`, results };
  }
}
