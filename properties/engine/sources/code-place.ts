import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Claim } from '../claim.ts';
import type { CodePlace } from '../evidence/evidence.ts';
import { pathOf } from './repository.ts';

const read = new Map<string, readonly string[]>();

/**
 * Where a claim is written: the line with its id, or with its statement where a claim is made from its statement; else
 * the first line of its module. null for a claim outside of the repository.
 */
export function codePlace({ id, statements, module }: Claim): CodePlace | null {
  const file = pathOf(module);
  if (file.startsWith('..')) return null;
  const lines = read.get(module) ?? readFileSync(fileURLToPath(module), 'utf8').split('\n');
  read.set(module, lines);
  const marks = [`id: '${id}'`, `statement: '${statements[0]}'`];
  const line = marks.map((mark) => lines.findIndex((text) => text.includes(mark))).find((place) => place >= 0);
  return { file, line: (line ?? 0) + 1 };
}
