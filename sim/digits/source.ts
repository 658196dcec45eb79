import { resolve } from 'node:path';
import { DataError } from '../data-error.ts';
import type { DigitSource, DigitsKind } from './digits.ts';
import { mnistSource } from './mnist/mnist.ts';
import { proceduralSource } from './procedural/procedural-source.ts';

const opened = new Map<string, DigitSource>();

/** The directory of MNIST: the one given, else that of the environment variable CLAIMCHECK_MNIST; undefined when neither is. */
export function mnistDirectory(given?: string): string | undefined {
  return given || process.env.CLAIMCHECK_MNIST || undefined;
}

/**
 * The source of digits of a kind. One for the whole process: its images and views are shared by all who ask for it.
 * @param options.directory where MNIST is, as for mnistDirectory.
 * @throws DataError when MNIST is asked for without a directory, or what is there is not MNIST.
 */
export function openDigits(kind: DigitsKind, options: { readonly directory?: string | undefined } = {}): DigitSource {
  if (kind === 'procedural') return once(kind, proceduralSource);
  const directory = mnistDirectory(options.directory);
  if (directory === undefined) {
    throw new DataError(
      'MNIST is asked for and no directory is given: name one with --mnist DIR or CLAIMCHECK_MNIST=DIR; `claimcheck data fetch` downloads it',
    );
  }
  return once(`${kind} ${resolve(directory)}`, () => mnistSource(directory));
}

function once(key: string, open: () => DigitSource): DigitSource {
  const source = opened.get(key) ?? open();
  opened.set(key, source);
  return source;
}
