import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { keyedStream } from '../../../random/stream.ts';
import type { IdxFile } from '../../mnist/mnist-files.ts';

/** For tests: a file like those of MNIST, small, and its content. Images are noise, so that packing them does not shorten them. */
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

/** For tests: images and labels, and what mirrors have of them. */
export const images = idxTestFile('images', 300);
export const labels = idxTestFile('labels', 300);
export const published: ReadonlyMap<string, Buffer> = new Map(
  [images, labels].map(({ file, plain }) => [`${file.name}.gz`, gzipSync(plain)]),
);
