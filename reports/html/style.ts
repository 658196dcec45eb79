import { readFileSync } from 'node:fs';

/** The parts of the style sheet, in the order in which they override each other. */
const parts = [
  'colors',
  'type',
  'verdict',
  'controls',
  'answer',
  'filter',
  'statement',
  'effect',
  'claim',
  'figures',
  'narrow',
  'print',
  'hidden',
];

/** The page's style sheet. */
export const style = parts
  .map((part) => readFileSync(new URL(`style/${part}.css`, import.meta.url), 'utf8'))
  .join('\n');
