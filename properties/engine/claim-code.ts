import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimText } from './claim.ts';
import type { CodePlace } from './evidence/evidence.ts';
import { suiteRoot } from './source-digest.ts';

/** Folder of the claims, from the root of the repository. */
const CLAIMS = 'properties/verified-retraining/claims';

let read: readonly { readonly file: string; readonly lines: readonly string[] }[] | undefined;

/** Where a claim is written: the line that gives its id or, for one made from a pinned cell, its statement. null for one that is not of the suite. */
export function codeOf({ id, group, statements }: ClaimText): CodePlace | null {
  const mark = group === 'counterexamples' ? `statement: '${statements[0]}'` : `id: '${id}'`;
  for (const { file, lines } of claimFiles()) {
    const line = lines.findIndex((text) => text.includes(mark));
    if (line >= 0) return { file, line: line + 1 };
  }
  return null;
}

function claimFiles() {
  read ??= readdirSync(join(suiteRoot, CLAIMS))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => ({
      file: `${CLAIMS}/${name}`,
      lines: readFileSync(join(suiteRoot, CLAIMS, name), 'utf8').split('\n'),
    }));
  return read;
}
