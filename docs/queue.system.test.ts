import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimcheck } from '../cli/testing/captured.ts';
import { redisServerPath, startRedis } from '../properties/engine/queue/testing/redis.ts';
import { snippetsOf } from './testing/snippets.ts';

const root = join(import.meta.dirname, '..');
const commands = snippetsOf(new URL('queue.md', import.meta.url)).map(({ code }) => code.trim());

test.skipIf(redisServerPath === undefined)(
  'the commands of the page do a run, and a worker ends when it is told to',
  async () => {
    const out = mkdtempSync(join(tmpdir(), 'claimcheck-queue-'));
    const server = await startRedis();
    const here = (command: string) => command.replace('redis://localhost:6379', server.address.url).split(' ');
    const [work, verify, ...others] = commands.map(here);
    expect([work!.slice(0, 5), verify!.slice(0, 4), others]).toEqual([
      ['npm', 'run', 'claimcheck', '--', 'work'],
      ['npm', 'run', 'verify', '--'],
      [],
    ]);
    const worker = spawn(process.execPath, ['claimcheck', ...work!.slice(4), '--workers', '1'], {
      cwd: root,
      stdio: 'ignore',
    });
    const ended = once(worker, 'exit');
    const early = ended.then((how) => {
      throw new Error(`the worker ended too early: ${how}`);
    });
    early.catch(() => {});
    try {
      const { exitCode, stdout, stderr } = await Promise.race([
        claimcheck('verify', ...verify!.slice(4), '--out', out),
        early,
      ]);
      expect(exitCode, stderr).toBe(0);
      expect(stdout).toContain('Claims: 2 supported, 0 refuted, 0 undecided');
      worker.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    } finally {
      worker.kill('SIGKILL');
      await ended;
      await server.remove();
      rmSync(out, { recursive: true });
    }
  },
);
