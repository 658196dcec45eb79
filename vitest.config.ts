import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import LongestFirst from './vitest/sequencer.ts';

/** What is tested, by mode: `vitest run --mode unit`. Test support holds no tests of this repository. */
const tests = {
  /** The code of claimcheck. */
  unit: {
    include: ['{theory,sim,properties,reports,cli,docs,vitest,bench}/**/*.test.ts'],
    exclude: ['properties/!(engine)/*.test.ts', '**/*.system.test.ts'],
  },
  /** The claims of the suites. */
  claims: { include: ['properties/!(engine)/*.test.ts'], exclude: [] },
  /** What needs other processes, users, a browser or a Redis. */
  system: { include: ['**/*.system.test.ts'], exclude: [] },
  /** By default, the code and the claims. */
  test: {
    include: ['{theory,sim,properties,reports,cli,docs,vitest,bench}/**/*.test.ts'],
    exclude: ['**/*.system.test.ts'],
  },
} as const;

export default defineConfig(({ mode }) => ({
  test: {
    include: [...testsOf(mode).include],
    exclude: ['**/node_modules/**', '**/testing/**', ...testsOf(mode).exclude],
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
}));

function testsOf(mode: string) {
  if (mode in tests) return tests[mode as keyof typeof tests];
  throw new RangeError(`--mode ${mode}: allowed are ${Object.keys(tests).join(', ')}`);
}
