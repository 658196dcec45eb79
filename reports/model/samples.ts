import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import type { Quantities } from '../../properties/engine/suite-content.ts';

/** Where a claim's settings lie in one quantity. */
export interface Marginal {
  readonly claim: string;
  /** Number of values; a setting that compares several systems has several of them. */
  readonly values: number;
  /** Least, lower quartile, median, upper quartile, greatest. */
  readonly quantiles: readonly [number, number, number, number, number];
}

/** Where a run's settings lie in one quantity. */
export interface SampleSummary {
  readonly quantity: string;
  readonly symbol: string;
  readonly meaning: string;
  /** By claim, in alphabetical order; claims whose settings do not have the quantity are absent. */
  readonly marginals: readonly Marginal[];
}

/** Where the domains were sampled: the marginals of every quantity that any setting has. */
export function summarizeSamples(records: readonly EvidenceRecord[], quantities: Quantities): SampleSummary[] {
  const seen = new Map<string, Map<string, number[]>>();
  for (const record of records) {
    if (record.type !== 'decision') continue;
    for (const [quantity, value] of quantities.of(record.setting)) {
      const byClaim = seen.get(quantity) ?? new Map<string, number[]>();
      seen.set(quantity, byClaim);
      const values = byClaim.get(record.claim) ?? [];
      byClaim.set(record.claim, values);
      values.push(value);
    }
  }
  return quantities.list.flatMap(({ quantity, symbol, meaning }) => {
    const byClaim = seen.get(quantity);
    return byClaim === undefined ? [] : [{ quantity, symbol, meaning, marginals: marginalsOf(byClaim) }];
  });
}

function marginalsOf(byClaim: ReadonlyMap<string, number[]>): Marginal[] {
  return [...byClaim]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([claim, unordered]) => {
      const values = unordered.toSorted((a, b) => a - b);
      const at = (share: number) => rounded(quantile(values, share));
      return { claim, values: values.length, quantiles: [at(0), at(0.25), at(0.5), at(0.75), at(1)] };
    });
}

/** Of sorted values, linear between them. */
function quantile(values: readonly number[], share: number): number {
  const place = share * (values.length - 1);
  const below = values[Math.floor(place)]!;
  const above = values[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

/** Four digits say where a setting lies; the evidence has all of them. */
const rounded = (value: number) => Number(value.toPrecision(4));
