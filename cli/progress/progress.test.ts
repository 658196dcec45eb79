import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { DecisionRecord, EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import type { Part } from '../../properties/engine/kinds/kind-of-work.ts';
import { planRun } from '../../properties/engine/plan/run-plan.ts';
import { tinyRun } from '../testing/tiny-run.ts';
import { suite } from '../testing/tiny-suite/suite.ts';
import { progressOn } from './progress.ts';

/** A stream that is no terminal. */
function lines() {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: false as const });
  return stream as PassThrough & NodeJS.WriteStream;
}

const planned = (shard?: { index: number; count: number }) =>
  planRun({ suite, seed: 3, tier: suite.tiers[0]!, ...(shard === undefined ? {} : { shard }) });

test('without a terminal a line tells of every claim when its last part is decided, and of runs now and then', async () => {
  const stream = lines();
  const plan = await planned();
  const progress = progressOn(stream, plan);
  const refuted: DecisionRecord = {
    type: 'decision',
    claim: 'expected-payoff',
    index: 0,
    strata: [],
    setting: null,
    outcome: { verdict: 'refuted', replicates: 1, comparisons: [] },
    milliseconds: 1,
  };
  const parts = (claim: string) => plan.work.flatMap((work) => work.parts).filter((part) => part.claim === claim);
  progress.decided('expected-payoff', [refuted]);
  for (let i = 0; i < 30; i += 1) progress.ran();
  for (const _ of parts('drifting-walk')) progress.decided('drifting-walk', []);
  for (const _ of parts('expected-payoff').slice(1)) progress.decided('expected-payoff', []);
  progress.stop();
  expect(stream.read()).toBe(
    [
      '2 claims, 8 parts, games of chance, brief tier, seed 3',
      '25 runs',
      '[1/2] drifting-walk undecided',
      '[2/2] expected-payoff refuted',
      '',
    ].join('\n'),
  );
});

/** Whether a record of a claim is of a part of the claim. */
const isOf = ({ settings, mutant }: Part) => {
  const [from, to] = settings ?? [0, 0];
  return (record: EvidenceRecord) =>
    record.type === 'mutant'
      ? record.mutant === mutant
      : record.type === 'decision' && from <= record.index && record.index < to;
};

test('of a shard a claim that nothing contradicts is supported in part', async () => {
  const stream = lines();
  const plan = await planned({ index: 1, count: 3 });
  const progress = progressOn(stream, plan);
  const id = 'expected-payoff';
  const records = (await tinyRun(3)).records.filter((record) => 'claim' in record && record.claim === id);
  const parts = plan.work.flatMap((work) => work.parts).filter((part) => part.claim === id);
  for (const part of parts) progress.decided(id, records.filter(isOf(part)));
  expect(stream.read()).toMatch(/\] expected-payoff in part\n$/);
});
