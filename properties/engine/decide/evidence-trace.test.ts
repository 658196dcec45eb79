import { expect, it } from 'vitest';
import { nextEntry } from './evidence-trace.ts';

it('entries are due at 1, 2, 3, 4, 6, 8, 11, …, ten a decade', () => {
  const due = [1];
  while (due.at(-1)! < 1e6) due.push(nextEntry(due.at(-1)!));
  expect(due.slice(0, 10)).toEqual([1, 2, 3, 4, 6, 8, 11, 14, 18, 23]);
  expect(due.filter((count) => count >= 1e3 && count < 1e5)).toHaveLength(20);
});
