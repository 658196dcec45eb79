import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'theory/**/*.test.ts',
      'sim/**/*.test.ts',
      'properties/**/*.test.ts',
      'reports/**/*.test.ts',
      'cli/**/*.test.ts',
      '*.test.ts',
    ],
    globalSetup: ['reports/announce-budget.ts'],
    setupFiles: ['vitest.setup.ts'],
    // A statistical test is never retried: a second try would double its error probability.
    retry: 0,
    testTimeout: 300_000,
    pool: 'forks',
    maxWorkers: availableParallelism(),
  },
});
