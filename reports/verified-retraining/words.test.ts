import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const reports = join(import.meta.dirname, '..');

/** Words by which this paper, its simulators and its data are known. */
const words = /retrain|verifier|knowledge.?center|c?vae\b|mnist|procedural|2510\.16657|generated digits|real digits/i;

test('the part of reports/ that serves any suite has no word of this paper', () => {
  const files = readdirSync(reports, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(ts|js|css|json)$/.test(path) && !/^(verified-retraining|published)\//.test(path));
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) => words.exec(readFileSync(join(reports, file), 'utf8'))?.[0] ?? []);
  expect(found).toEqual([]);
});
