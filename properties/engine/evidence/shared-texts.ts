import type { DecisionRecord } from './evidence.ts';

/**
 * A function that gives the same few texts of many records one copy each, in place: JSON is read with a copy a record, a sixth of what a
 * decision takes in memory. The records must be the reader's own.
 */
export function sharingTexts(): (decision: DecisionRecord) => void {
  const copies = new Map<string, string>();
  const shared = (text: string) => {
    const known = copies.get(text);
    if (known === undefined) copies.set(text, text);
    return known ?? text;
  };
  return (decision) => {
    const own: { claim: string } = decision;
    own.claim = shared(own.claim);
    for (const comparison of decision.outcome.comparisons) {
      const named: { name: string } = comparison;
      named.name = shared(named.name);
    }
  };
}
