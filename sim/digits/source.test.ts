import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { DataError } from '../data-error.ts';
import { mnistDirectory, openDigits } from './source.ts';

afterEach(() => vi.unstubAllEnvs());

test('the directory of MNIST is the given one, or that of the environment, or undefined', () => {
  vi.stubEnv('CLAIMCHECK_MNIST', '/of/the/environment');
  expect(mnistDirectory('/given')).toBe('/given');
  expect(mnistDirectory()).toBe('/of/the/environment');
  vi.stubEnv('CLAIMCHECK_MNIST', '');
  expect(mnistDirectory()).toBeUndefined();
  vi.stubEnv('CLAIMCHECK_MNIST', undefined);
  expect(mnistDirectory()).toBeUndefined();
});

test('MNIST without a directory is refused with a message of one line that says how to give one', () => {
  vi.stubEnv('CLAIMCHECK_MNIST', undefined);
  expect(() => openDigits('mnist')).toThrow(DataError);
  expect(() => openDigits('mnist')).toThrow(
    /^[^\n]*--mnist DIR[^\n]*CLAIMCHECK_MNIST=DIR[^\n]*claimcheck data fetch[^\n]*$/,
  );
});

test('MNIST is read from the directory of the environment', () => {
  const root = mkdtempSync(join(tmpdir(), 'claimcheck-'));
  vi.stubEnv('CLAIMCHECK_MNIST', root);
  expect(() => openDigits('mnist')).toThrow(`${root} does not contain`);
  rmSync(root, { recursive: true });
});
