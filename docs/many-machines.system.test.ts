import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimcheck } from '../cli/testing/captured.ts';
import { snippetsOf } from './testing/snippets.ts';

const root = join(import.meta.dirname, '..');
const snippets = snippetsOf(new URL('many-machines.md', import.meta.url));

/** Tells a line a word what it is called with: what npm does in the checkout is done by this process. */
const fakeNpm = '#!/usr/bin/env bash\nprintf "%s\\n" "$@"\n';

test('the scripts of the job array make the shards of a run, and its report', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'claimcheck-array-'));
  const scripts = snippets.filter(({ language }) => language === 'bash');
  for (const { note, code } of scripts) writeFileSync(join(directory, note), code);
  writeFileSync(join(directory, 'npm'), fakeNpm, { mode: 0o755 });
  const done = (script: string, index?: number) => {
    const { status, stdout, stderr } = spawnSync('bash', script.split(' '), {
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${directory}:${process.env.PATH}`,
        SLURM_ARRAY_TASK_ID: String(index),
        SLURM_ARRAY_TASK_COUNT: '2',
        // None but this thread: workers would take longer to start than the work.
        SLURM_CPUS_PER_TASK: '0',
      },
    });
    expect(status, stderr).toBe(0);
    const [run, name, dashes, ...words] = stdout.trimEnd().split('\n');
    expect([run, dashes]).toEqual(['run', '--']);
    return claimcheck(...(name === 'claimcheck' ? [] : [name!]), ...words);
  };
  process.chdir(directory);
  try {
    expect(scripts.map(({ note }) => note)).toEqual(['shard.sh', 'merge.sh']);
    for (const index of [1, 2])
      expect(await done('shard.sh --claim transfer-map-moments', index)).toMatchObject({ exitCode: 0 });
    const { exitCode, stdout } = await done('merge.sh');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Claims: 1 supported, 0 refuted, 0 undecided');
    expect(existsSync('claimcheck-out/report.html')).toBe(true);
  } finally {
    process.chdir(root);
    rmSync(directory, { recursive: true });
  }
});
