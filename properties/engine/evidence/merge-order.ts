/**
 * The distinct ids of several lists in one order that agrees with each list. Where the lists leave the order open or contradict each other, the
 * place in `preferred` decides, and then the alphabet. The order of the lists does not matter.
 */
export function mergedOrder(lists: readonly (readonly string[])[], preferred: readonly string[]): string[] {
  const before = new Map<string, Set<string>>();
  const after = new Map<string, Set<string>>();
  for (const list of lists) {
    for (const [index, id] of list.entries()) {
      if (!before.has(id)) before.set(id, new Set());
      const previous = list[index - 1];
      if (previous === undefined) continue;
      before.get(id)!.add(previous);
      after.set(previous, (after.get(previous) ?? new Set()).add(id));
    }
  }
  const rank = new Map(preferred.map((id, index) => [id, index]));
  const remaining = [...before.keys()].sort((a, b) => {
    const places = (rank.get(a) ?? preferred.length) - (rank.get(b) ?? preferred.length);
    return places !== 0 ? places : a < b ? -1 : 1;
  });
  const order: string[] = [];
  while (remaining.length > 0) {
    const ready = remaining.findIndex((id) => before.get(id)!.size === 0);
    const [id] = remaining.splice(Math.max(ready, 0), 1);
    for (const next of after.get(id!) ?? []) before.get(next)!.delete(id!);
    order.push(id!);
  }
  return order;
}
