import type { Report } from '../model/report.ts';
import { counted } from './numbers.ts';

/** Counts of statements, claims and mutants, one sentence a line. */
export function countLines({ suite, counts, claims, tier, seed }: Report): string[] {
  const list = (tally: Readonly<Record<string, number>>) =>
    Object.entries(tally)
      .map(([name, number]) => `${number} ${name}`)
      .join(', ');
  return [
    `Statements of ${suite.title} (${suite.paper}): ${list(counts.statements)}.`,
    `Mutants: ${list(counts.mutants)}.`,
    `Claims: ${list(counts.claims)} (${counted(claims.length, 'claim')}, ${counted(counts.settings, 'setting')}, ` +
      `${counted(counts.replicates, 'replicate')}, ${tier} tier, seed ${seed}).`,
  ];
}
