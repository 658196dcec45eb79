import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests of the suite's claims, and the report of them. */
export default defineConfig({
  test: {
    include: ['cli/testing/tiny-suite/*.test.ts'],
    reporters: [
      'default',
      [
        join(import.meta.dirname, '../../../vitest/reporter.ts'),
        { out: process.env.CLAIMCHECK_OUT, suites: join(import.meta.dirname, 'suites.ts') },
      ],
    ],
    testTimeout: 60_000,
    pool: 'forks',
    isolate: false,
  },
});
