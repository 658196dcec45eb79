import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing'),
);

test.each(files)('%s imports only decisions, libraries for special functions, and types of claim.ts', (file) => {
  const source = readFileSync(join(import.meta.dirname, file), 'utf8');
  for (const [, type, target] of source.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from '([^']+)'/gm)) {
    const path = target!.startsWith('.') ? normalize(join(file, '..', target!)) : target!;
    const allowed = path === '../claim.ts' ? type !== undefined : !path.startsWith('..');
    expect(allowed && (target!.startsWith('.') || target!.startsWith('@stdlib/')), `imports ${target}`).toBe(true);
  }
});
