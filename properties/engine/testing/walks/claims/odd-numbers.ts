import { exactly, outcomeOf } from '../../../decide/exactly.ts';
import type { DrawnClaim } from '../../../kinds/drawn-settings/claim.ts';
import { logUniformWhole } from '../../../numbers.ts';
import type { World } from '../world.ts';

/** True. */
export const sumOfOddNumbers: DrawnClaim<{ readonly n: number }, World> = {
  id: 'sum-of-odd-numbers',
  group: 'numbers',
  title: 'The sum of the first odd numbers is a square',
  statements: ['odd.sum'],
  kind: 'identity',
  decision: 'The sum itself.',
  mutants: ['one-too-many'],
  module: import.meta.url,
  domain: {
    description: 'Whole numbers up to 1000.',
    strata: [
      { name: 'any', settings: () => logUniformWhole(1, 1000).map((n) => ({ n })), holds: ({ n }) => n <= 1000 },
    ],
  },
  draws: 10,
  check: ({ n }, { world }) => outcomeOf([exactly('sum', n ** 2, world.theory.square(n), 0)], 0),
};
