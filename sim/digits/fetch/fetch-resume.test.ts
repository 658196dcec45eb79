import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { largestGzip } from '../mnist/gzip.ts';
import { images } from './testing/files.ts';
import * as behave from './testing/mirror.ts';
import {
  eachTestHasAScene,
  expectImagesAlone,
  fetchHere,
  half,
  mirror,
  name,
  packed,
  part,
  scene,
  write,
} from './testing/scene.ts';

eachTestHasAScene();

test('what a mirror leaves half done the next one completes, from that byte on', async () => {
  await mirror(behave.stallsMidway);
  const { asked } = await mirror(behave.honest);
  const events = await fetchHere();
  expect(asked).toEqual([`${name} bytes=${half.length}-`]);
  const last = events.filter((event) => event.type === 'bytes').at(-1);
  expect(last).toEqual({ type: 'bytes', file: name, bytes: packed.length, total: packed.length });
  expectImagesAlone();
});

const range = `bytes=${half.length}-`;
const whole = Buffer.concat([packed, Buffer.alloc(100)]);

test.each<[string, Uint8Array, behave.Behaviour, string[]]>([
  ['half the file is completed', half, behave.honest, [range]],
  ['half the file is replaced where the mirror ignores the range', half, behave.ignoresRange, [range]],
  ['half the file is continued where the mirror begins before', half, answers('bytes 7-/*', 7), [range]],
  [
    'half the file is replaced where the mirror begins after',
    half,
    answers('bytes 1000000000000000-/*', 7),
    [range, ''],
  ],
  ['half the file is replaced where the mirror does not say where it begins', half, answers('', 7), [range, '']],
  ['half the file is replaced where the mirror says that it encodes', half, encodes(), [range, '']],
  ['the whole file is enough', packed, behave.honest, []],
  ['the whole file unpacked is enough', images.plain, behave.honest, []],
  [
    'a longer file that is wrong is replaced',
    Buffer.alloc(whole.length),
    behave.honest,
    [`bytes=${whole.length}-`, ''],
  ],
  [
    'a far longer file is replaced where the mirror ignores the range',
    Buffer.concat([packed, packed]),
    behave.ignoresRange,
    [`bytes=${largestGzip(images.plain.length) + 1}-`],
  ],
  ['the start of another file is replaced', Buffer.alloc(half.length), behave.honest, [range, '']],
  ['the start of the file, packed otherwise, is replaced', otherwise(), behave.honest, [range, '']],
])('of what an earlier download left, %s', async (_, left, behaviour, ranges) => {
  const { asked } = await mirror(behaviour);
  write(part, left);
  await fetchHere();
  expect(asked).toEqual(ranges.map((each) => [name, each].filter(Boolean).join(' ')));
  expectImagesAlone();
});

/** Answers a range with the file from another byte on. */
function answers(contentRange: string, start: number): behave.Behaviour {
  return ({ headers }, response, file) => {
    if (headers.range === undefined) response.writeHead(200).end(file);
    else response.writeHead(206, { 'content-range': contentRange }).end(file.subarray(start));
  };
}

function encodes(): behave.Behaviour {
  return (request, response, file) => {
    response.setHeader('content-encoding', 'gzip');
    behave.honest(request, response, file);
  };
}

function otherwise(): Buffer {
  return gzipSync(images.plain, { level: 0 }).subarray(0, half.length);
}

test('redirects are followed, the range with them', async () => {
  const { url, asked } = await mirror(behave.honest);
  const entry = await mirror((request, response) =>
    response.writeHead(302, { location: `${url}${request.url}` }).end(),
  );
  write(part, half);
  await fetchHere({ mirrors: [`${entry.url}/`] });
  expect(asked).toEqual([`${name} ${range}`]);
  expectImagesAlone();
});

test.each<[string, behave.Behaviour]>([
  ['honours ranges', behave.honest],
  ['ignores ranges', behave.ignoresRange],
])('fetches at the same time, by a mirror that %s, each end with the right file', async (_, behaviour) => {
  await mirror((request, response, file) =>
    setTimeout(() => behaviour(request, response, file), 5 * scene.mirrors[0]!.asked.length),
  );
  write(part, half);
  await Promise.all(Array.from({ length: 5 }, () => fetchHere({ patience: 10_000 })));
  expectImagesAlone();
});

test('a fetch that is killed midway is gone on with by the next', async () => {
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

  const { url, asked } = await mirror(behave.honest);
  await fetchHere({ mirrors: [url] });
  expect(asked).toEqual([`${name} ${range}`]);
  expectImagesAlone();
});

function sizeOf(file: string): number {
  return existsSync(join(scene.directory, file)) ? statSync(join(scene.directory, file)).size : 0;
}
