import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DataError } from '../../data-error.ts';
import { images, labels } from './testing/files.ts';
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
  unpacked,
  write,
} from './testing/scene.ts';

eachTestHasAScene();

test('files are downloaded, and right files that are already there are not requested again', async () => {
  const { asked } = await mirror(behave.sendsRange);
  const files = [images.file, labels.file];
  await fetchHere({ files });
  expect(readdirSync(scene.directory)).toEqual([name, 'few-labels.gz']);
  expect(unpacked(name).equals(images.plain)).toBe(true);
  expect(unpacked('few-labels.gz').equals(labels.plain)).toBe(true);

  rmSync(join(scene.directory, name));
  write('few-images', images.plain);
  const again = await fetchHere({ files });
  expect(asked).toEqual([name, 'few-labels.gz']);
  expect(again.map(({ type }) => type)).toEqual(['present', 'present']);
});

test.each([
  ['another gzip file', name, gzipSync(labels.plain)],
  ['half the file', name, half],
  ['no bytes', name, ''],
  ['a plain file, which is read first,', 'few-images', 'wrong'],
])('%s under the name of a file is replaced', async (_, present, wrong) => {
  await mirror(behave.sendsRange);
  write(present, wrong);
  await fetchHere();
  expectImagesAlone();
});

const sends =
  (body: Uint8Array, headers: Record<string, string | number> = {}): behave.Behaviour =>
  (_, response) =>
    response.writeHead(200, { 'content-length': body.length, ...headers }).end(body);

test.each<[string, behave.Behaviour, RegExp]>([
  ['does not have the file', (_, response) => response.writeHead(404).end('none'), /^HTTP 404$/],
  ['fails', (_, response) => response.writeHead(500).end(), /^HTTP 500$/],
  ['asks for a password', (_, response) => response.writeHead(401).end(), /^HTTP 401$/],
  ['never answers', () => {}, /^no bytes for 0.5 s$/],
  ['hangs up at once', (_, response) => response.destroy(), /other side closed|socket hang up/],
  ['stalls midway', behave.stallsMidway, /^no bytes for 0.5 s$/],
  ['hangs up midway', behave.hangsUpMidway, /other side closed/],
  ['sends half as if it were all', sends(half), /^damaged gzip \(unexpected end of file\)$/],
  ['corrupts a bit', behave.corruptsBit, /^damaged gzip \(incorrect data check\)$/],
  ['sends another file', sends(gzipSync(labels.plain)), /^not the file \(\d+ bytes, SHA-256 [0-9a-f]{8}…\)$/],
  ['sends a page', sends(Buffer.from('<html>sign in</html>')), /^not the file \(20 bytes/],
  ['sends nothing', sends(Buffer.alloc(0)), /^not the file \(0 bytes/],
  ['says 204', (_, response) => response.writeHead(204).end(), /^HTTP 204$/],
  ['sends a bomb', sends(gzipSync(Buffer.alloc(5_000_000))), /^it inflates to more than 235216 bytes$/],
  ['sends without end', (_, response) => sendForEver(response), /^not the file/],
  ['redirects in a circle', ({ url }, response) => response.writeHead(302, { location: url }).end(), /redirect/],
])('a mirror that %s is passed over, and the reason is reported', async (_, behaviour, reason) => {
  await mirror(behaviour);
  await mirror(behave.sendsRange);
  const failed = (await fetchHere()).filter((event) => event.type === 'failed');
  expect(failed).toEqual([
    { type: 'failed', file: name, mirror: scene.mirrors[0]!.url, reason: expect.stringMatching(reason) },
  ]);
  expectImagesAlone();
});

function sendForEver(response: Parameters<behave.Behaviour>[1]): void {
  const send = () => {
    while (response.write(Buffer.alloc(2 ** 16))) if (response.destroyed) return;
  };
  response.on('drain', send);
  send();
}

test('a mirror that announces more bytes than it sends is accepted, because the file is right', async () => {
  await mirror((_, response, file) => {
    response.writeHead(200, { 'content-length': file.length + 10 });
    response.write(file, () => response.destroy());
  });
  await fetchHere();
  expectImagesAlone();
});

test('a file that was decompressed during the transfer (Content-Encoding) is compressed again', async () => {
  await mirror(sends(packed, { 'content-encoding': 'gzip' }));
  await fetchHere();
  expectImagesAlone();
});

test('when all mirrors fail, a message of one line has the reason of each, and the bytes that arrived are kept', async () => {
  await mirror(behave.stallsMidway);
  await mirror((_, response) => response.writeHead(404).end());
  const failure: unknown = await fetchHere().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DataError);
  const [first, second] = scene.mirrors.map(({ url }) => url);
  expect(String(failure)).toContain(`${first}: no bytes for 0.5 s; ${second}: HTTP 404)`);
  expect(String(failure)).not.toContain('\n');
  expect(readdirSync(scene.directory)).toEqual([part]);
  expect(readFileSync(join(scene.directory, part)).equals(half)).toBe(true);
});

test('when all mirrors fail, a wrong file is not changed', async () => {
  await mirror(behave.corruptsBit);
  write(name, 'wrong');
  await expect(fetchHere()).rejects.toThrow(DataError);
  expect(readdirSync(scene.directory)).toEqual([name]);
  expect(readFileSync(join(scene.directory, name), 'utf8')).toBe('wrong');
});

test('a mirror that failed is tried last for later files', async () => {
  const absent = await mirror((_, response) => response.writeHead(404).end());
  const present = await mirror(behave.sendsRange);
  await fetchHere({ files: [images.file, labels.file] });
  expect([absent.asked, present.asked]).toEqual([[name], [name, 'few-labels.gz']]);
});

test('an error of the file system is not attributed to a mirror', async () => {
  await mirror(behave.sendsRange);
  const { asked } = await mirror(behave.sendsRange);
  mkdirSync(join(scene.directory, part));
  await expect(fetchHere()).rejects.toThrow('EISDIR');
  expect(asked).toEqual([]);
});
