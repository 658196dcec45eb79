import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimcheck } from '../cli/testing/captured.ts';
import { snippetsOf } from './testing/snippets.ts';

const root = join(import.meta.dirname, '..');
const snippets = snippetsOf(new URL('tutorial.md', import.meta.url));
const code = (language: string) => snippets.filter((each) => each.language === language).map((each) => each.code);

/** What an edit of a page takes away from a file, and what it puts there. */
function edit() {
  const { note: file, code } = snippets.find(({ language }) => language === 'diff')!;
  const lines = (sign: string) =>
    code
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(1))
      .join('\n');
  return { file, from: lines('-'), to: lines('+') };
}

test('what the tutorial breaks is refuted, as the page shows it', () => {
  const { file, from, to } = edit();
  const copy = mkdtempSync(join(tmpdir(), 'claimcheck-tutorial-'));
  try {
    for (const name of ['claimcheck', 'cli.ts', 'package.json', 'package-lock.json', 'tsconfig.json'])
      cpSync(join(root, name), join(copy, name));
    for (const name of ['theory', 'sim', 'properties', 'reports', 'cli'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const whole = readFileSync(join(root, file), 'utf8');
    expect(whole.split(from)).toHaveLength(2);
    writeFileSync(join(copy, file), whole.replace(from, to));

    const [command] = code('bash');
    const words = command!.trimEnd().replace('npm run verify --', 'verify').split(' ');
    const { status, stdout } = spawnSync(process.execPath, ['claimcheck', ...words], { cwd: copy, encoding: 'utf8' });
    expect(status).toBe(1);
    const shown = code('text')
      .at(-1)!
      .split('\n')
      .filter((line) => line !== '' && line !== '  ...');
    for (const line of shown) for (const part of line.split('...')) expect(stdout).toContain(part);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

test('what the tutorial shows of its first run is what that run says', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'claimcheck-tutorial-'));
  const words = code('sh')[0]!.trimEnd().replace('npm run verify --', 'verify').split(' ');
  try {
    const { stdout } = await claimcheck(...words, '--workers', '0', '--out', directory);
    for (const line of code('text')[0]!.trimEnd().split('\n')) expect(stdout).toContain(line);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
