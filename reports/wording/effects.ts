import type { RetrainingDescription } from '../../properties/engine/evidence/evidence.ts';
import { short } from './numbers.ts';

type Effect = RetrainingDescription['effects'][number];

const signs = { positive: '> 0', negative: '< 0', negligible: '≈ 0' } as const;

/** What is claimed of the mean of an effect, in a word: '> 0'. */
export function directionText({ direction }: Effect): string {
  return signs[direction];
}

/** An effect as a sentence without its verb: 'ln FD, last / start > 0; smallest of interest 0.1'. */
export function effectText(effect: Effect): string {
  return `${effect.name}: mean ${directionText(effect)}, smallest of interest ${short(effect.smallest)}`;
}
