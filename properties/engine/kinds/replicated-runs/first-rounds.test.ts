import { expect, test } from 'vitest';
import type { RoundMetrics } from '../../../../sim/verified-retraining/vae/index.ts';
import { firstRounds } from './first-rounds.ts';

const rounds = Array.from(
  { length: 4 },
  (_, round): RoundMetrics => ({
    round,
    frechet: 1,
    frechetToReference: 1,
    classVariance: 1,
    slant: 0,
    ink: 1,
  }),
);
const samples = (count: number) =>
  Buffer.from(Uint8Array.from({ length: 20 * count }, (_, place) => Math.floor(place / 20))).toString('base64');

test('a curve is cut after a round, and its images with it', () => {
  expect(firstRounds({ rounds, samples: samples(4) }, 2)).toEqual({ rounds: rounds.slice(0, 3), samples: samples(3) });
  expect(firstRounds({ rounds }, 1)).toEqual({ rounds: rounds.slice(0, 2) });
  expect(firstRounds({ rounds, samples: samples(4) }, 3)).toEqual({ rounds, samples: samples(4) });
});
