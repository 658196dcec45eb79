import { resolve } from 'node:path';
import { DataError } from '../data-error.ts';
import type { DigitSource, DigitsKind } from './digits.ts';
import { mnistSource } from './mnist/mnist.ts';
import { proceduralSource } from './procedural/procedural-source.ts';

const opened = new Map<string, DigitSource>();

/** The directory of MNIST: the given one, or else that of the environment variable CLAIMCHECK_MNIST. Undefined when there is neither. */
export function mnistDirectory(given?: string): string | undefined {
  return given || process.env.CLAIMCHECK_MNIST || undefined;
}

/**
 * The source of digits of a kind. A process has one source of each kind and directory, so that images and views are made once.
 * @param options.directory the directory of MNIST, as for mnistDirectory.
 * @throws DataError when there is no directory for MNIST, or the directory does not contain MNIST.
 */
export function openDigits(kind: DigitsKind, options: { readonly directory?: string | undefined } = {}): DigitSource {
  if (kind === 'procedural') return once(kind, proceduralSource);
  const directory = mnistDirectory(options.directory);
  if (directory === undefined) {
    throw new DataError(
      'MNIST is needed, but no directory is given: give one with --mnist DIR or CLAIMCHECK_MNIST=DIR; `claimcheck data fetch` downloads MNIST',
    );
  }
  return once(`${kind} ${resolve(directory)}`, () => mnistSource(directory));
}

function once(key: string, open: () => DigitSource): DigitSource {
  const source = opened.get(key) ?? open();
  opened.set(key, source);
  return source;
}
