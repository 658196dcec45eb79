import { counted } from './numbers.ts';

/** Names that a sentence holds; the others are counted. */
const NAMED = 3;

/** The first few of some names, and how many others there are. */
export function named(names: readonly string[]): string {
  const more = names.length > NAMED ? ` and ${counted(names.length - NAMED, 'other')}` : '';
  return `${names.slice(0, NAMED).join(', ')}${more}`;
}
