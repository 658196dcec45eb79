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

test('a file that one mirror sent half of is completed by the next, from that byte on', async () => {
  await mirror(behave.stallsMidway);
  const { asked } = await mirror(behave.sendsRange);
  const events = await fetchHere();
  expect(asked).toEqual([`${name} bytes=${half.length}-`]);
  const last = events.filter((event) => event.type === 'bytes').at(-1);
  expect(last).toEqual({ type: 'bytes', file: name, bytes: packed.length, total: packed.length });
  expectImagesAlone();
});

const range = `bytes=${half.length}-`;
const whole = Buffer.concat([packed, Buffer.alloc(100)]);

test.each<[string, Uint8Array, behave.Behaviour, string[]]>([
  ['half the file is completed', half, behave.sendsRange, [range]],
  ['half the file is replaced where the mirror ignores the range', half, behave.ignoresRange, [range]],
  ['half the file is continued where the mirror begins earlier', half, answers('bytes 7-/*', 7), [range]],
  [
    'half the file is replaced where the mirror begins later',
    half,
    answers('bytes 1000000000000000-/*', 7),
    [range, ''],
  ],
  ['half the file is replaced where the mirror does not say where it begins', half, answers('', 7), [range, '']],
  ['half the file is replaced where the mirror says that it encodes', half, encodes(), [range, '']],
  ['the whole file is enough', packed, behave.sendsRange, []],
  ['the whole file, decompressed, is enough', images.plain, behave.sendsRange, []],
  [
    'a longer file that is wrong is replaced',
    Buffer.alloc(whole.length),
    behave.sendsRange,
    [`bytes=${whole.length}-`, ''],
  ],
  [
    'a far longer file is replaced where the mirror ignores the range',
    Buffer.concat([packed, packed]),
    behave.ignoresRange,
    [`bytes=${largestGzip(images.plain.length) + 1}-`],
  ],
  ['the start of another file is replaced', Buffer.alloc(half.length), behave.sendsRange, [range, '']],
  ['the start of the file, compressed differently, is replaced', otherwise(), behave.sendsRange, [range, '']],
])('from what an earlier download left, %s', async (_, left, behaviour, ranges) => {
  const { asked } = await mirror(behaviour);
  write(part, left);
  await fetchHere();
  expect(asked).toEqual(ranges.map((each) => [name, each].filter(Boolean).join(' ')));
  expectImagesAlone();
});

/** Answers a request for a range with the file from another byte on. */
function answers(contentRange: string, start: number): behave.Behaviour {
  return ({ headers }, response, file) => {
    if (headers.range === undefined) response.writeHead(200).end(file);
    else response.writeHead(206, { 'content-range': contentRange }).end(file.subarray(start));
  };
}

function encodes(): behave.Behaviour {
  return (request, response, file) => {
    response.setHeader('content-encoding', 'gzip');
    behave.sendsRange(request, response, file);
  };
}

function otherwise(): Buffer {
  return gzipSync(images.plain, { level: 0 }).subarray(0, half.length);
}

test('redirects are followed, with the range', async () => {
  const { url, asked } = await mirror(behave.sendsRange);
  const entry = await mirror((request, response) =>
    response.writeHead(302, { location: `${url}${request.url}` }).end(),
  );
  write(part, half);
  await fetchHere({ mirrors: [`${entry.url}/`] });
  expect(asked).toEqual([`${name} ${range}`]);
  expectImagesAlone();
});

test.each<[string, behave.Behaviour]>([
  ['supports ranges', behave.sendsRange],
  ['ignores ranges', behave.ignoresRange],
])('fetches at the same time, from a mirror that %s, all end with the right file', async (_, behaviour) => {
  await mirror((request, response, file) =>
    setTimeout(() => behaviour(request, response, file), 5 * scene.mirrors[0]!.asked.length),
  );
  write(part, half);
  await Promise.all(Array.from({ length: 5 }, () => fetchHere({ silenceLimitMs: 10_000 })));
  expectImagesAlone();
});
