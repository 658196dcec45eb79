import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { replayCommand } from '../properties/engine/command.ts';
import { hostile } from './testing/hostile.ts';
import { replicatedRun } from './testing/replicated.ts';

test.each(Object.entries(hostile))('hostile %s is a word in a command that is pasted into a shell', (_, poison) => {
  // An argument ends at a NUL, for any program.
  const id = Buffer.from(poison.replaceAll('\0', '')).toString();
  const run = { ...replicatedRun, suite: { ...replicatedRun.suite, id }, tier: id };
  const command = replayCommand(run, id, id, true);
  const { stdout } = spawnSync('sh', ['-c', command.replace('npm run claimcheck --', "printf '%s\\0'")], {
    encoding: 'utf8',
  });
  expect(stdout.split('\0')).toEqual([
    ...['replay', id, '--suite', id, '--seed', '7', '--tier', id, '--path', id],
    ...['--abacus', 'wood', '--colonies', 'DIR', ''],
  ]);
});
