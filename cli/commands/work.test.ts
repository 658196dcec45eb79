import { expect, test } from 'vitest';
import { claimcheck } from '../testing/captured.ts';

const verify = ['verify', '--claim', 'transfer-map-moments', '--out', 'no-such-directory'];

test.each(['localhost:6379', 'http://localhost', 'redis://', 'redis://localhost/zero', 'redis://localhost:99999'])(
  'the queue %s exits 64 with one line that says what is allowed',
  async (queue) => {
    for (const words of [verify, ['work']]) {
      const { exitCode, stderr } = await claimcheck(...words, '--queue', queue);
      expect(stderr).toMatch(/^claimcheck: option '--queue <redis>' [^\n]+ redis:\/\/localhost:6379\/0[^\n]+\n$/);
      expect(exitCode).toBe(64);
    }
  },
);

test('a worker has a thread at least', async () => {
  const { exitCode, stderr } = await claimcheck('work', '--queue', 'redis://localhost', '--workers', '0');
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('from 1 to 1024') });
});

test('where there is no Redis, work exits 65 with one line, which has no password', async () => {
  const { exitCode, stderr } = await claimcheck('work', '--queue', 'redis://:secret@127.0.0.1:1');
  expect(stderr).toMatch(/^claimcheck: --queue: [^\n]+ redis:\/\/127\.0\.0\.1:1: connect ECONNREFUSED [^\n]+\n$/);
  expect(exitCode).toBe(65);
});
