import type { Value } from './operation.ts';

/** The given values and all values that they depend on. Each occurs once, and operands come before the values that use them. */
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
