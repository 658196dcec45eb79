import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import { expect, test } from 'vitest';
import trainHere from './testing/worker.ts';

test('worker threads side by side, terminated and started again, compute the numbers of the main thread', async () => {
  const expected = [await trainHere(3), await trainHere(5)];
  for (let round = 0; round < 2; round += 1) {
    const pool = new Piscina({
      filename: new URL('./testing/worker.ts', import.meta.url).href,
      execArgv: ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href],
      minThreads: 2,
      maxThreads: 2,
    });
    expect(await Promise.all([pool.run(3), pool.run(5)])).toEqual(expected);
    await pool.destroy();
    expect(pool.threads).toHaveLength(0);
  }
});
