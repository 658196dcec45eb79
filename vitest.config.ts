import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import LongestFirst from './vitest/sequencer.ts';

export default defineConfig({
  test: {
    include: [
      'theory/**/*.test.ts',
      'sim/**/*.test.ts',
      'properties/**/*.test.ts',
      'reports/**/*.test.ts',
      'cli/**/*.test.ts',
      'docs/**/*.test.ts',
      'vitest/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    // The whole path, so that it keeps its options where the command line names its reporters.
    reporters: [
      'default',
      ...(process.env.GITHUB_ACTIONS === 'true' ? ['github-actions'] : []),
      [join(import.meta.dirname, 'vitest/reporter.ts'), { out: process.env.CLAIMCHECK_OUT }],
    ],
    sequence: { sequencer: LongestFirst },
    setupFiles: ['vitest/setup.ts'],
    // A statistical test is never retried: a second try would double its error probability.
    retry: 0,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    // No test leaves anything behind in a module: files share what they import, which takes as long as the tests of most.
    isolate: false,
    maxWorkers: availableParallelism(),
  },
});
