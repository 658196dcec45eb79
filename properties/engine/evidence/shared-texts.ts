import type { DecisionRecord } from './evidence.ts';

/**
 * A function that replaces texts of a decision by equal texts of earlier decisions, in place. JSON is read with a copy of each text for each record:
 * a sixth of the memory of a decision. The caller must own the decisions.
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
