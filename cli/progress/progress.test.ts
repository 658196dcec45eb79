import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { DrawRecord } from '../../properties/engine/evidence/evidence.ts';
import { runRecord } from '../../properties/engine/evidence/run-record.ts';
import { tiers } from '../../properties/engine/tier.ts';
import { claimById } from '../../properties/verified-retraining/claims/index.ts';
import { progressOn } from './progress.ts';

test('without a terminal a line tells of every claim when its last part is decided, and of retraining runs now and then', () => {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: false as const });
  const run = runRecord([claimById('not-one-bad-round'), claimById('vae-collapse')], 3, tiers.quick);
  const parts = new Map([
    ['not-one-bad-round', 2],
    ['vae-collapse', 1],
  ]);
  const progress = progressOn(stream as PassThrough & NodeJS.WriteStream, run, parts);
  const refuted: DrawRecord = {
    type: 'draw',
    claim: 'not-one-bad-round',
    draw: 0,
    regimes: [],
    setting: null,
    outcome: { verdict: 'refuted', replicates: 1, comparisons: [] },
    milliseconds: 1,
  };
  progress.decided('not-one-bad-round', [refuted]);
  for (let i = 0; i < 30; i += 1) progress.retrained();
  progress.decided('vae-collapse', []);
  progress.decided('not-one-bad-round', []);
  progress.stop();
  expect(stream.read()).toBe(
    [
      '2 claims, 3 parts, quick tier, seed 3',
      '25 retraining runs',
      '[1/2] vae-collapse undecided',
      '[2/2] not-one-bad-round refuted',
      '',
    ].join('\n'),
  );
});
