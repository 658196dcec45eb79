import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { headerSize, plainSize } from '../idx-header.ts';
import type { IdxFile, MnistFiles } from '../mnist-files.ts';

/** A small correct IDX file: images with all gray levels, or labels with all digits. */
export function exampleIdx(content: IdxFile['content'], count: number): Buffer {
  const bytes = idxHeader(content, count, plainSize({ content, count }));
  const levels = content === 'images' ? 256 : 10;
  for (let i = headerSize(content); i < bytes.length; i += 1) bytes[i] = (i * 7) % levels;
  return bytes;
}

/** The contents of the bytes, as the reader should expect them. */
export function expectationOf(bytes: Buffer, content: IdxFile['content'], name = 'example'): IdxFile {
  return { name, content, count: bytes.readUInt32BE(4), digest: createHash('sha256').update(bytes).digest('hex') };
}

/** Writes the four files of a very small MNIST under the names that `rename` gives. A file whose name ends in .gz is compressed. */
export function writeExampleMnist(directory: string, rename = (name: string): string => name): MnistFiles {
  const write = (name: string, content: IdxFile['content'], count: number): IdxFile => {
    const bytes = exampleIdx(content, count);
    const path = join(directory, rename(name));
    writeFileSync(path, path.endsWith('.gz') ? gzipSync(bytes) : bytes);
    return expectationOf(bytes, content, name);
  };
  return {
    training: {
      images: write('train-images-idx3-ubyte', 'images', 30),
      labels: write('train-labels-idx1-ubyte', 'labels', 30),
    },
    test: {
      images: write('t10k-images-idx3-ubyte', 'images', 20),
      labels: write('t10k-labels-idx1-ubyte', 'labels', 20),
    },
  };
}

/**
 * A gzip file with the right header and then zeros: at least `size` bytes when inflated, and a thousandth of that as a file. It has no trailer,
 * which a reader never reaches if it stops in time.
 */
export function gzipBomb({ content, count }: IdxFile, size: number): Buffer {
  const block = 2 ** 24;
  // After a full flush, a compressed block does not depend on earlier ones, so it may be repeated.
  const deflate = (bytes: Buffer): Buffer => deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  const zeros = deflate(Buffer.alloc(block));
  const blocks = Array.from({ length: Math.ceil(size / block) }, () => zeros);
  return Buffer.concat([gzipHeader, deflate(idxHeader(content, count, headerSize(content))), ...blocks]);
}

function idxHeader(content: IdxFile['content'], count: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const words = content === 'images' ? [0x803, count, 28, 28] : [0x801, count];
  words.forEach((word, i) => {
    bytes.writeUInt32BE(word, 4 * i);
  });
  return bytes;
}
