import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import LongestFirst from './vitest/sequencer.ts';

const properties = join(import.meta.dirname, 'properties');

/** The files that declare the tests of a suite's claims, a group each. */
const ofClaims = readdirSync(properties, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: suite }) => readdirSync(join(properties, suite)).map((name) => join(suite, name)))
  .filter((name) => name.endsWith('.test.ts') && readFileSync(join(properties, name), 'utf8').includes('testGroup('))
  .map((name) => `properties/${name.replaceAll('\\', '/')}`);

const everywhere = ['{theory,sim,properties,reports,cli,docs,vitest,bench}/**/*.test.ts'];

const ofSystem = '**/*.system.test.ts';

/** What is tested, by mode: `vitest run --mode unit`. */
const tests = {
  /** The code of claimcheck. */
  unit: { include: everywhere, exclude: [ofSystem, ...ofClaims] },
  /** The claims of the suites. */
  claims: { include: ofClaims, exclude: [] },
  /** What needs other processes, users, a browser or a Redis. */
  system: { include: [ofSystem], exclude: [] },
  /** By default, the code and the claims. */
  test: { include: everywhere, exclude: [ofSystem] },
};

export default defineConfig(({ mode }) => ({
  test: {
    include: testsOf(mode).include,
    // A folder that supports tests may hold a suite with tests of its own.
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
