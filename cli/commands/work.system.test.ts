import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { planRun, requirementsOf } from '../../properties/engine/plan/run-plan.ts';
import type { AnnouncedRun } from '../../properties/engine/queue/announced-run.ts';
import { announce } from '../../properties/engine/queue/announcements.ts';
import { connect } from '../../properties/engine/queue/connection.ts';
import { PREFIX } from '../../properties/engine/queue/names.ts';
import { type RedisServer, redisServerPath, startRedis } from '../../properties/engine/queue/testing/redis.ts';
import { versionsOf } from '../../properties/engine/sources/claim-sources.ts';
import { commandLineOf } from '../testing/captured.ts';
import { suite } from '../testing/tiny-suite/suite.ts';
import { suites } from '../testing/tiny-suite/suites.ts';

const claimcheck = commandLineOf(suites);

describe.skipIf(redisServerPath === undefined)('with a Redis', () => {
  let server: RedisServer;
  let redis: Redis;
  let directory: string;
  let terrain: string;
  let run: AnnouncedRun;
  beforeAll(async () => {
    server = await startRedis();
    redis = (await connect(server.address)).redis;
    directory = mkdtempSync(join(tmpdir(), 'claimcheck-work-'));
    terrain = join(directory, 'terrain');
    writeFileSync(terrain, 'steep');
    const plan = await planRun({ suite, seed: 1, tier: suite.tiers[0]!, options: { stride: 'short', terrain } });
    run = {
      queue: 'queue',
      suite: suite.id,
      claims: suite.claims.map(({ id }) => id),
      made: versionsOf(plan.sources),
      requirements: requirementsOf(plan),
      lockMs: 10_000,
    };
  });
  afterAll(async () => {
    redis?.disconnect();
    await server?.remove();
    rmSync(directory, { recursive: true });
  });
  beforeEach(() => redis.flushall());

  const work = (...words: readonly string[]) => claimcheck('work', '--queue', server.address.url, ...words);

  test('a Redis that lets nobody in without a password exits 65 with one line, which has no password', async () => {
    await redis.config('SET', 'requirepass', 'open sesame');
    try {
      for (const password of ['', 'secret']) {
        vi.stubEnv('CLAIMCHECK_QUEUE_PASSWORD', password);
        const { exitCode, stderr } = await work('--idle', '0');
        expect(stderr).toMatch(/^claimcheck: --queue: [^\n]+: it wants another user or password [^\n]+\n$/);
        expect(stderr).not.toContain('secret');
        expect(exitCode).toBe(65);
      }
      vi.stubEnv('CLAIMCHECK_QUEUE_PASSWORD', 'open sesame');
      expect((await work('--idle', '0')).exitCode).toBe(0);
    } finally {
      vi.unstubAllEnvs();
      await redis.config('SET', 'requirepass', '');
    }
  });

  test.each<[string, (run: AnnouncedRun) => Partial<AnnouncedRun>, readonly string[], RegExp]>([
    ['a suite', () => ({ suite: 'other' }), [], /it is of suite 'other', which is unknown here/],
    ['a claim', () => ({ claims: ['other'] }), [], /it has a claim 'other', which is unknown here: check out/],
    ['sources', ({ made }) => ({ made: { ...made, sources: 'other' } }), [], /it is of other sources: check out the/],
    ['packages', ({ made }) => ({ made: { ...made, packages: 'other' } }), [], /its packages have other .*`npm ci`/],
    ['Node', ({ made }) => ({ made: { ...made, node: 'v1.0.0' } }), [], /it is on Node v1\.0\.0, and this is v/],
    ['data that are not there', () => ({}), [], /there is no terrain .*: name its file with --terrain FILE/],
    ['data of other contents', () => ({}), ['--terrain', import.meta.filename], /its backend or its data are others/],
  ])('work for a run of another kind (%s) is refused with one line, exit 65, and none is taken', async (...row) => {
    const [, differing, words, reason] = row;
    const queue = new Queue(run.queue, { connection: redis, prefix: PREFIX });
    await queue.add('work', {});
    await announce(redis, { ...run, ...differing(run) });
    const { exitCode, stderr } = await work('--idle', '5', ...words);
    expect(stderr).toMatch(/^waiting for a run[^\n]*\nclaimcheck: no work is taken for the run at [^\n]+\n$/);
    expect(stderr).toMatch(reason);
    expect(exitCode).toBe(65);
    expect(await queue.getWaitingCount()).toBe(1);
    await queue.close();
  });
});
