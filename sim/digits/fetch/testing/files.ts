import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { keyedStream } from '../../../random/stream.ts';
import type { IdxFile } from '../../mnist/mnist-files.ts';

/** A small file like those of MNIST, and its contents. Images are noise, so that gzip does not make them shorter. */
export function idxTestFile(
  content: IdxFile['content'],
  count: number,
): { readonly file: IdxFile; readonly plain: Buffer } {
  const images = content === 'images';
  const words = images ? [0x803, count, 28, 28] : [0x801, count];
  const body = Buffer.alloc(images ? count * 784 : count);
  const stream = keyedStream(1, 'idx-test-file', 0, 0);
  for (let i = 0; i < body.length; i += 1) body[i] = stream.uint32() % (images ? 256 : 10);
  const header = Buffer.alloc(words.length * 4);
  for (const [i, word] of words.entries()) header.writeUInt32BE(word, i * 4);
  const plain = Buffer.concat([header, body]);
  const digest = createHash('sha256').update(plain).digest('hex');
  return { file: { name: `few-${content}`, content, count, digest }, plain };
}

/** Images and labels, and the files with them that mirrors have. */
export const images = idxTestFile('images', 300);
export const labels = idxTestFile('labels', 300);
export const published: ReadonlyMap<string, Buffer> = new Map(
  [images, labels].map(({ file, plain }) => [`${file.name}.gz`, gzipSync(plain)]),
);
