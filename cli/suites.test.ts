import { describe, expect, test } from 'vitest';
import { suites } from './suites.ts';
import { suites as tiny } from './testing/tiny-suite/suites.ts';

describe.each([...suites, ...tiny].map((listed) => [listed.id, listed] as const))('suite %s', (_, listed) => {
  test('is what its summary says before it is loaded', async () => {
    const { load: _load, loadReports: _loadReports, ...summary } = listed;
    expect(await listed.load()).toMatchObject(summary);
  });

  test('is found at the address by which workers find it', async () => {
    expect((await import(listed.module)).suite).toBe(await listed.load());
  });

  test('has options whose flags are made of their names', () => {
    for (const { name, flags } of listed.options) {
      const words = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(flags).toMatch(new RegExp(`^--${words} <[a-z]+>$`));
    }
  });
});
