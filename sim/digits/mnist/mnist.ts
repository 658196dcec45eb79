import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataError } from '../../data-error.ts';
import type { DigitSource } from '../digits.ts';
import type { GrayDigits } from '../views/gray.ts';
import { viewOfGray } from '../views/gray-view.ts';
import { sourceOfViews } from '../views/source-of-views.ts';
import { REMEDY, readIdx } from './idx.ts';
import { type IdxFile, type MnistFiles, mnistFiles } from './mnist-files.ts';

/**
 * MNIST from the four IDX files of a directory. A file may have its published name, or `.idx` in place of `-idx`, each with or without `.gz`. All
 * four files are read and checked at once. Views are made when they are needed.
 * @param files the expected contents of the files.
 * @throws DataError when the directory or a file is missing, cannot be read, or is not as expected.
 */
export function mnistSource(directory: string, files: MnistFiles = mnistFiles): DigitSource {
  const present = namesIn(directory);
  const read = ({ images, labels }: MnistFiles['training']): GrayDigits => ({
    count: images.count,
    // The small file first, so that a wrong directory is noticed soon.
    labels: readIdx(pathOf(directory, labels, present), labels),
    intensities: readIdx(pathOf(directory, images, present), images),
  });
  const parts = { test: read(files.test), training: read(files.training) };
  const digests = [files.training, files.test].flatMap(({ images, labels }) => [images.digest, labels.digest]);
  const digest = createHash('sha256').update(digests.join('\n')).digest('hex');
  return sourceOfViews({ kind: 'mnist', provenance: 'MNIST', digest }, (part, view) => viewOfGray(parts[part], view));
}

function namesIn(directory: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(directory));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataError(`MNIST is not at ${directory}: ${reason}; ${REMEDY}`);
  }
}

function pathOf(directory: string, file: IdxFile, present: ReadonlySet<string>): string {
  const dotted = file.name.replace('-idx', '.idx');
  const names = [file.name, `${file.name}.gz`, dotted, `${dotted}.gz`];
  const name = names.find((candidate) => present.has(candidate));
  if (name === undefined)
    throw new DataError(`${directory} does not contain ${file.name}[.gz], one of the four files of MNIST; ${REMEDY}`);
  return join(directory, name);
}
