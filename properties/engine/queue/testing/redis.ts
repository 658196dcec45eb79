import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type RedisAddress, redisAddress } from '../address.ts';
import { connect } from '../connection.ts';

/** The Redis of the tests: CLAIMCHECK_REDIS_SERVER, else Debian's; undefined where there is none, which is said once. */
export const redisServerPath = [process.env.CLAIMCHECK_REDIS_SERVER, '/usr/bin/redis-server'].find(
  (path) => path !== undefined && existsSync(path),
);
if (redisServerPath === undefined) {
  process.stderr.write(
    'The queue is not tested: there is no /usr/bin/redis-server; CLAIMCHECK_REDIS_SERVER names another.\n',
  );
}

/** A Redis of its own, on a free port, that keeps nothing on disk. */
export interface RedisServer {
  readonly address: RedisAddress;
  /** Kills it as if the power were cut. */
  kill(): Promise<void>;
  /** Starts it again, empty, at the same address. */
  start(): Promise<void>;
  /** Ends it, and removes its directory. */
  remove(): Promise<void>;
}

/** Starts a Redis for tests. */
export async function startRedis(): Promise<RedisServer> {
  const directory = mkdtempSync(join(tmpdir(), 'claimcheck-redis-'));
  const port = await freePort();
  const address = redisAddress(`redis://127.0.0.1:${port}`);
  const words = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no', '--dir', directory];
  let server: ChildProcess | undefined;
  const start = async () => {
    server = spawn(redisServerPath!, words, { stdio: 'ignore' });
    while (!(await answers(address))) await setTimeout(10);
  };
  const kill = async () => {
    const ended = once(server!, 'exit');
    server!.kill('SIGKILL');
    await ended;
  };
  await start();
  const remove = async () => {
    if (server!.exitCode === null && server!.signalCode === null) await kill();
    rmSync(directory, { recursive: true });
  };
  return { address, kill, start, remove };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(address: RedisAddress): Promise<boolean> {
  try {
    (await connect(address)).redis.disconnect();
    return true;
  } catch {
    return false;
  }
}
