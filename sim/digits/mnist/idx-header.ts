import { GRAY_SIDE } from '../views/gray.ts';
import type { IdxFile } from './mnist-files.ts';

/** The first 32-bit word of an IDX file, big-endian: the type of the entries (8: unsigned bytes) and the number of dimensions. */
const magics: Readonly<Record<IdxFile['content'], number>> = { images: 0x00000803, labels: 0x00000801 };

/** Size of the header in bytes: the magic number and each dimension have four bytes. */
export function headerSize(content: IdxFile['content']): number {
  return content === 'images' ? 16 : 8;
}

/** Size of the decompressed file in bytes. */
export function plainSize({ content, count }: Pick<IdxFile, 'content' | 'count'>): number {
  return headerSize(content) + count * (content === 'images' ? GRAY_SIDE * GRAY_SIDE : 1);
}

/** Says what is wrong with the header of a decompressed file whose first bytes are `start`. Undefined when nothing is wrong. */
export function headerFault(start: Buffer, { content, count }: IdxFile): string | undefined {
  if (start.length < 4) return `it ends after ${start.length} bytes, before its header does`;
  const magic = start.readUInt32BE(0);
  const other = content === 'images' ? 'labels' : 'images';
  if (magic === magics[other])
    return `it is a file of ${other}, but a file of ${content} is expected: are two files swapped?`;
  if (magic !== magics[content]) {
    return `it starts with ${hexadecimal(magic)}; an IDX file of ${content} starts with ${hexadecimal(magics[content])}`;
  }
  if (start.length < headerSize(content)) return `it ends after ${start.length} bytes, before its header does`;
  const found = start.readUInt32BE(4);
  if (found !== count) return `it says that it holds ${found} ${content}; ${count} are expected`;
  if (content === 'labels') return undefined;
  const rows = start.readUInt32BE(8);
  const columns = start.readUInt32BE(12);
  if (rows === GRAY_SIDE && columns === GRAY_SIDE) return undefined;
  return `its images are ${rows}×${columns} pixels; ${GRAY_SIDE}×${GRAY_SIDE} are expected`;
}

function hexadecimal(word: number): string {
  return `0x${word.toString(16).padStart(8, '0')}`;
}
