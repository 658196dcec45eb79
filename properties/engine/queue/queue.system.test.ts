import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Task } from '../kinds/kind-of-work.ts';
import { planRun, type RunPlan } from '../plan/run-plan.ts';
import { noJournal } from '../pool/journal.ts';
import type { WorkerPool } from '../pool/worker-pool.ts';
import { run } from '../run.ts';
import { tierOf } from '../suite-content.ts';
import { carryOut, timeless } from '../testing/carry-out.ts';
import { suite as walks } from '../testing/walks/suite.ts';
import { announcedRuns } from './announcements.ts';
import { checkpointsIn } from './checkpoints.ts';
import { connect } from './connection.ts';
import { resultLine } from './jobs.ts';
import { checkpointKey, PREFIX } from './names.ts';
import { withQueuePool } from './queue-pool.ts';
import { STALLS } from './serve.ts';
import { HALT_AFTER, suite as haltingWalks } from './testing/halting-walks.ts';
import { type RedisServer, redisServerPath, startRedis } from './testing/redis.ts';

/** A task that does nothing, and one that nobody can do. */
const nothing = {
  kind: 'drawn-settings',
  seed: 1,
  tier: 'quick',
  claim: 'sum-of-odd-numbers',
  settings: [0, 0],
} as const;
const other = { ...nothing, settings: [1, 1] } as const;
const impossible = { ...nothing, claim: 'no-such-claim' } as const;

describe.skipIf(redisServerPath === undefined)('a queue', () => {
  let server: RedisServer;
  let redis: Redis;
  let plan: RunPlan;
  const started: { close(): Promise<void> }[] = [];
  beforeAll(async () => {
    server = await startRedis();
    redis = (await connect(server.address)).redis;
    plan = await planRun({ suite: walks, seed: 1, tier: tierOf(walks, 'quick') });
  });
  afterAll(async () => {
    redis?.disconnect();
    await server?.remove();
  });
  beforeEach(() => redis.flushall());
  afterEach(async () => {
    for (const each of started.splice(0)) await each.close();
    vi.restoreAllMocks();
  });

  /** Milliseconds; processes that share two cores with others are silent for a while. */
  const lockMs = 2_000;
  const withPool = <T>(use: (pool: WorkerPool) => Promise<T>) => withQueuePool(server.address, plan, use, lockMs);

  /** Takes jobs of the run that is announced, in this process, and counts them. */
  async function takeJobs(perform: (task: Task) => Promise<unknown>) {
    const taken: Task[] = [];
    const [announced] = await announcedRuns(redis);
    const worker = new Worker<Task, string>(
      announced!.queue,
      async ({ data }) => {
        taken.push(data);
        return resultLine(await perform(data));
      },
      { connection: redis, prefix: PREFIX },
    );
    worker.on('error', () => {});
    started.push({ close: () => worker.close(true) });
    return taken;
  }

  /** A run that breaks when its work is done: the jobs that were and will be taken. */
  async function breakAfterWork(): Promise<Task[]> {
    let taken: Task[] = [];
    const broken = withPool(async (pool) => {
      taken = await takeJobs(async () => ['done']);
      await pool.submit(nothing, [0]);
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    return taken;
  }

  test('work that is handed in twice, by two coordinators, is done once, and nothing is left in Redis after', async () => {
    const result = [{ zero: -0, infinite: Number.POSITIVE_INFINITY, bytes: Uint8Array.of(1, 2), text: 'é\u0000' }];
    await withPool(async (first) => {
      const taken = await takeJobs(async () => result);
      const results = await withPool((second) =>
        Promise.all([first.submit(nothing, [0]), first.submit({ ...nothing }, [1]), second.submit(nothing, [0])]),
      );
      expect(results).toEqual([result, result, result]);
      expect(await first.submit(nothing, [0])).toEqual(result);
      expect(taken).toEqual([nothing]);
    });
    expect(await redis.keys('*')).toEqual([]);
  });

  test('what was done before a run broke is not done again, and is forgotten within a day', async () => {
    const taken = await breakAfterWork();
    const keys = await redis.keys('*');
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(await redis.ttl(key), key).toBeGreaterThan(0);
    expect(await withPool((pool) => pool.submit(nothing, [0]))).toEqual(['done']);
    expect(taken).toEqual([nothing]);
  });

  test('work that fails names its claim, and tried again by the next run', async () => {
    let fails = true;
    const attempt = withPool(async (pool) => {
      await takeJobs(async () => {
        if (fails) throw new Error('out of memory');
        return ['done'];
      });
      await pool.submit(impossible, [0]);
    });
    await expect(attempt).rejects.toThrow(/^claim no-such-claim, settings 0 to -1: out of memory$/);
    fails = false;
    expect(await withPool((pool) => pool.submit(impossible, [0]))).toEqual(['done']);
  });

  test('work that takes its workers with it fails when it has taken too many', async () => {
    const attempt = withPool(async (pool) => {
      const [announced] = await announcedRuns(redis);
      let taken = 0;
      const dies = () => {
        taken += 1;
        return new Promise<string>(() => {});
      };
      const options = { lockDuration: 40, stalledInterval: 20, skipLockRenewal: true, concurrency: STALLS + 2 };
      const worker = new Worker(announced!.queue, dies, {
        connection: redis,
        prefix: PREFIX,
        maxStalledCount: STALLS,
        ...options,
      });
      worker.on('error', () => {});
      started.push({ close: () => worker.close(true) });
      await pool.submit(nothing, [0]).finally(() => expect(taken).toBe(STALLS + 1));
    });
    await expect(attempt).rejects.toThrow(
      /^claim sum-of-odd-numbers, settings 0 to -1: job stalled more than allowable limit$/,
    );
  });

  test('a result that was harmed in Redis is not believed: its work is done again', async () => {
    const taken = await breakAfterWork();
    for (const key of await redis.keys('*')) {
      if ((await redis.type(key)) !== 'hash') continue;
      const line = await redis.hget(key, 'returnvalue');
      if (line !== null) await redis.hset(key, 'returnvalue', line.replace('done', 'dome'));
    }
    expect(await withPool((pool) => pool.submit(nothing, [0]))).toEqual(['done']);
    expect(taken).toEqual([nothing, nothing]);
  });

  test('checkpoints are kept for a day, and none that is too large', async () => {
    const checkpoints = checkpointsIn(redis, 'queue');
    await checkpoints.save({ a: 1 }, Uint8Array.of(0, 255, 10));
    await checkpoints.save({ a: 2 }, new Uint8Array(32 * 2 ** 20 + 1));
    expect(await checkpoints.load({ a: 1 })).toEqual(Buffer.of(0, 255, 10));
    expect(await checkpoints.load({ a: 2 })).toBeUndefined();
    expect(await redis.ttl(checkpointKey('queue', { a: 1 }))).toBeGreaterThan(0);
    await checkpoints.remove({ a: 1 });
    expect(await checkpoints.load({ a: 1 })).toBeUndefined();
  });

  test('a Redis that comes back empty gets what waits again; one that stays away ends the run with a line', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const lost = withPool(async (pool) => {
      const waits = pool.submit(nothing, [0]);
      await expect.poll(() => redis.keys('*:prioritized')).toHaveLength(1);
      await server.kill();
      await server.start();
      await expect.poll(() => announcedRuns(redis)).toHaveLength(1);
      const taken = await takeJobs(async () => ['done']);
      expect(await waits).toEqual(['done']);
      expect(taken).toEqual([nothing]);
      const never = pool.submit(other, [0]);
      for (const each of started.splice(0)) await each.close();
      await server.kill();
      await never;
    });
    await expect(lost).rejects.toThrow(/^redis:\/\/127\.0\.0\.1:\d+ went away and was not back in 2 s$/);
    expect(said.mock.calls.map(([line]) => String(line))).toContainEqual(
      expect.stringMatching(/went away: trying again for 2 s\n$/),
    );
    await server.start();
  });

  /** A process that takes work on one thread, and the lines that it and its runs say. */
  function startWorker(environment: NodeJS.ProcessEnv = {}) {
    const words = ['--import', 'tsx', join(import.meta.dirname, 'testing/worker.ts'), server.address.url];
    const child = spawn(process.execPath, words, { env: { ...process.env, ...environment } });
    const lines: string[] = [];
    const waiting: (() => void)[] = [];
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', (line) => {
        lines.push(line);
        for (const each of waiting) each();
      });
    }
    const ended = once(child, 'exit');
    started.push({
      close: async () => {
        child.kill('SIGKILL');
        await ended;
      },
    });
    const says = (pattern: RegExp) =>
      new Promise<string>((resolve, reject) => {
        const look = () => {
          const line = lines.find((each) => pattern.test(each));
          if (line !== undefined) resolve(line);
        };
        waiting.push(look);
        look();
        void ended.then(() => reject(new Error(`the worker ended and never said ${pattern}: ${lines.join('\n')}`)));
      });
    return { process: child, ended, lines, says };
  }

  test('evidence of a queue whose worker is killed within a run is that of threads, and the run goes on from its last round', async () => {
    const planned = await planRun({ suite: haltingWalks, seed: 5, tier: tierOf(haltingWalks, 'quick') });
    const rounds = 3;
    const killed = startWorker({ [HALT_AFTER]: String(rounds) });
    const inPool = (pool: WorkerPool) => run(planned, { pool, journal: noJournal });
    const queued = withQueuePool(server.address, planned, inPool, lockMs / 2);
    const other = startWorker();
    await killed.says(new RegExp(`^halts after ${rounds}$`));
    killed.process.kill('SIGKILL');
    expect(timeless(await queued)).toEqual(timeless(await carryOut(planned)));
    await expect.poll(() => other.lines).toContain(`goes on after ${rounds}`);
    other.process.kill('SIGTERM');
    expect(await other.ended).toEqual([0, null]);
    await expect.poll(() => redis.keys('*')).toEqual([]);
  });
});
