import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AnnouncedRun, announce } from '../../properties/engine/queue/announcements.ts';
import { connect } from '../../properties/engine/queue/connection.ts';
import { PREFIX } from '../../properties/engine/queue/names.ts';
import { type RedisServer, redisServerPath, startRedis } from '../../properties/engine/queue/testing/redis.ts';
import { versions } from '../../properties/engine/source-digest.ts';
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

describe.skipIf(redisServerPath === undefined)('with a Redis', () => {
  let server: RedisServer;
  let redis: Redis;
  beforeAll(async () => {
    server = await startRedis();
    redis = (await connect(server.address)).redis;
  });
  afterAll(async () => {
    redis?.disconnect();
    await server?.remove();
  });
  beforeEach(() => redis.flushall());

  const work = () => claimcheck('work', '--queue', server.address.url, '--idle', '0');

  test('where it is not, or lets nobody in, work exits 65 with one line, which has no password', async () => {
    const nowhere = await claimcheck('work', '--queue', 'redis://:secret@127.0.0.1:1');
    expect(nowhere.stderr).toMatch(
      /^claimcheck: --queue: [^\n]+ redis:\/\/127\.0\.0\.1:1: connect ECONNREFUSED [^\n]+\n$/,
    );
    expect(nowhere.exitCode).toBe(65);
    await redis.config('SET', 'requirepass', 'open sesame');
    try {
      for (const password of ['', 'secret']) {
        vi.stubEnv('CLAIMCHECK_QUEUE_PASSWORD', password);
        const { exitCode, stderr } = await work();
        expect(stderr).toMatch(/^claimcheck: --queue: [^\n]+: it wants another user or password [^\n]+\n$/);
        expect(stderr).not.toContain('secret');
        expect(exitCode).toBe(65);
      }
      vi.stubEnv('CLAIMCHECK_QUEUE_PASSWORD', 'open sesame');
      expect((await work()).exitCode).toBe(0);
    } finally {
      vi.unstubAllEnvs();
      await redis.config('SET', 'requirepass', '');
    }
  });

  const run: AnnouncedRun = { queue: 'queue', made: versions(), equipment: null, laboratory: null, lock: 10_000 };
  const onMnist = {
    laboratory: 'properties/verified-retraining/vae/paper-laboratory.ts',
    engine: 'onnx',
    digits: ['mnist'],
  } as const;

  test.each<[string, Partial<AnnouncedRun>, RegExp]>([
    ['sources', { made: { ...run.made, sources: 'other' } }, /it is of other sources: check out the commit of the run/],
    ['packages', { made: { ...run.made, packages: 'other' } }, /its packages have other versions: `npm ci`/],
    ['Node', { made: { ...run.made, node: 'v1.0.0' } }, /it is on Node v1\.0\.0, and this is v/],
    ['digits', { equipment: onMnist }, /MNIST is needed, but no directory is given: give one with --mnist DIR/],
  ])(
    'work for a run of other %s is refused with one line, exit 65, and none is taken',
    async (_, differing, reason) => {
      vi.stubEnv('CLAIMCHECK_MNIST', '');
      const queue = new Queue(run.queue, { connection: redis, prefix: PREFIX });
      await queue.add('work', {});
      await announce(redis, { ...run, ...differing });
      const { exitCode, stderr } = await claimcheck('work', '--queue', server.address.url, '--idle', '5');
      vi.unstubAllEnvs();
      expect(stderr).toMatch(/^waiting for a run[^\n]*\nclaimcheck: no work is taken for the run at [^\n]+\n$/);
      expect(stderr).toMatch(reason);
      expect(exitCode).toBe(65);
      expect(await queue.getWaitingCount()).toBe(1);
      await queue.close();
    },
  );
});
