import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import * as behave from './testing/mirror.ts';
import { eachTestHasAScene, expectImagesAlone, fetchHere, half, mirror, name, part, scene } from './testing/scene.ts';

eachTestHasAScene();

test('a fetch that is killed midway is continued by the next', async () => {
  const stalling = await mirror(behave.stallsMidway);
  const program = `
    import { fetchFiles } from './sim/digits/fetch/fetch.ts';
    import { images } from './sim/digits/fetch/testing/files.ts';
    await fetchFiles({ files: [images.file], directory: ${JSON.stringify(scene.directory)}, mirrors: ['${stalling.url}'] });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: join(import.meta.dirname, '../../..'),
  });
  const ended = once(child, 'exit');
  while (sizeOf(part) < half.length && child.exitCode === null) await delay(10);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(readdirSync(scene.directory)).toEqual([part]);

  const { url, asked } = await mirror(behave.sendsRange);
  await fetchHere({ mirrors: [url] });
  expect(asked).toEqual([`${name} bytes=${half.length}-`]);
  expectImagesAlone();
});

function sizeOf(file: string): number {
  return existsSync(join(scene.directory, file)) ? statSync(join(scene.directory, file)).size : 0;
}
