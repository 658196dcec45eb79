import { beforeAll, describe, expect, test } from 'vitest';
import { kindOf } from '../suite.ts';
import { tierOf } from '../suite-content.ts';
import { suite } from '../testing/walks/suite.ts';
import { DRAWN_SETTINGS } from './drawn-settings/kind.ts';
import { FIGURE_DATA } from './figure-data/record.ts';
import type { FoundRecord, KindOfWork, Part, Task, WorkPlan } from './kind-of-work.ts';
import { REPLICATED_RUNS } from './replicated-runs/description.ts';
import { type CarriedOut, carriedOut } from './testing/carried-out.ts';
import { requirements } from './testing/conformance.ts';

const tier = tierOf(suite, 'quick');
const names = Object.keys(requirements);

describe.each(suite.kinds.map((kind) => [kind.id, kind] as const))('%s', (_, kind) => {
  let done: CarriedOut;
  beforeAll(async () => {
    done = await carriedOut(suite, kind, 11, tier);
  });

  test.each(names)('%s', (name) => requirements[name]!(done));
});

/** A kind of work with a plan that is changed. */
const planning = (kind: KindOfWork, change: (plan: WorkPlan) => Partial<WorkPlan>): KindOfWork => ({
  ...kind,
  async plan(request) {
    const plan = await kind.plan(request);
    return { ...plan, ...change(plan) };
  },
});

/** A kind of work whose records are changed, each by its place among those that are carried out together. */
const finding = (kind: KindOfWork, change: (record: FoundRecord, place: number) => FoundRecord): KindOfWork =>
  planning(kind, ({ carryOut }) => ({
    carryOut: async (parts, runtime) => (await carryOut(parts, runtime)).map(change),
  }));

const drawn = kindOf(suite, DRAWN_SETTINGS);
const replicated = kindOf(suite, REPLICATED_RUNS);
const figures = kindOf(suite, FIGURE_DATA);
let performed = 0;

/** For each requirement a kind of work that breaks it. */
const broken: Readonly<Record<string, KindOfWork>> = {
  'parts are plain data, and none is there twice': planning(drawn, ({ parts }) => ({ parts: [...parts, parts[0]!] })),
  'the parts of a claim have each of its settings and each of its mutants once': planning(drawn, ({ parts }) => ({
    parts: parts.slice(1),
  })),
  'shares are a partition of the parts, for every number of shards': planning(drawn, ({ parts }) => ({
    share: (count) => parts.map((_, place) => place % (count + 1)),
  })),
  'the parts of all shards, carried out apart, give the records of the whole': finding(drawn, (record, place) =>
    record.type === 'decision' ? { ...record, strata: [`number ${place}`] } : record,
  ),
  'a task is plain data, and comes to the same whenever it is performed': {
    ...figures,
    async perform(task, context) {
      performed += 1;
      const cells = (await figures.perform(task, context)) as object[];
      return cells.map((cell) => ({ ...cell, mean: performed }));
    },
  },
  'a task has a name of one line, and different tasks have different names': {
    ...drawn,
    name: (task: Task) => `claim ${(task as Task & Part).claim}`,
  },
  'a setting is replayed from its index, to the outcome of the run': {
    ...replicated,
    replay: (claim, path, request) => replicated.replay(claim, path, { ...request, seed: request.seed + 1 }),
  },
  'observations have places of one shape, and subjects of their own': {
    ...replicated,
    observations: { ...replicated.observations!, order: () => () => [0] },
  },
  'what is written matches its schema, and what is broken does not': {
    ...figures,
    schema: { observation: {}, details: null },
  },
};

test('every requirement can fail: a kind of work that breaks it does not meet it', async () => {
  expect(Object.keys(broken)).toEqual(names);
  for (const name of names) {
    const done = await carriedOut(suite, broken[name]!, 11, tier);
    await expect(
      Promise.resolve().then(() => requirements[name]!(done)),
      name,
    ).rejects.toThrow();
  }
});
