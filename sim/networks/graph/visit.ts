import type { Value } from './operation.ts';

/** Every value that the given ones are computed from, and they themselves, each once, operands before their users. */
export function inOrder(...roots: readonly Value[]): Value[] {
  const found = new Set<Value>();
  const visit = (value: Value): void => {
    if (found.has(value)) return;
    value.operands.forEach(visit);
    found.add(value);
  };
  roots.forEach(visit);
  return [...found];
}
