import type { CounterexampleReport } from '../model/counterexamples.ts';
import { interval, short } from './numbers.ts';

/** What a counterexample is of, and whether it stood a second look: 'Minimal counterexample of setting 3, confirmed on fresh randomness'. */
export function counterexampleTitle({
  index,
  minimal,
  onFreshRandomness,
}: Pick<CounterexampleReport, 'index' | 'minimal' | 'onFreshRandomness'>): string {
  const name = minimal ? 'Minimal counterexample' : 'Counterexample';
  const confirmed = onFreshRandomness === 'refuted' ? 'confirmed' : `not confirmed: ${onFreshRandomness}`;
  return `${name} of setting ${index}, ${confirmed} on fresh randomness`;
}

/** The comparisons that refute the claim on a counterexample, a phrase each. */
export function refutedTexts({ comparisons }: Pick<CounterexampleReport, 'comparisons'>): string[] {
  return comparisons
    .filter(({ verdict }) => verdict === 'refuted')
    .map(({ name, estimate, zone }) => `${name}: ${short(estimate)}, not in ${interval(zone)}`);
}
