import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { canonicalJson } from '../../canonical-json.ts';
import { withoutTraces } from '../../claim.ts';
import { combineRecords, subjectOf } from '../../evidence/combine-records.ts';
import type { DecisionRecord, ObservationRecord } from '../../evidence/evidence.ts';
import { Flaw, recordParser } from '../../evidence/parse-record.ts';
import { claimOf } from '../../suite-content.ts';
import { timeless } from '../../testing/carry-out.ts';
import type { FoundRecord, Part, Task } from '../kind-of-work.ts';
import { type CarriedOut, carryOut, inMemory, perform } from './carried-out.ts';

/** What every kind of work is held to, by what is required. Each throws where the kind does not do it. */
export const requirements: Readonly<Record<string, (done: CarriedOut) => Promise<void> | void>> = {
  'parts are plain data, and none is there twice'({ plan: { parts } }) {
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expectPlain(part);
    expect(new Set(parts.map(canonicalJson)).size).toBe(parts.length);
  },

  'the parts of a claim have each of its settings and each of its mutants once'({ suite, kind, plan, run }) {
    const named = new Set(plan.parts.flatMap(({ claim }) => claim ?? []));
    expect([...named].every((id) => kind.decides(claimOf(suite, id)))).toBe(true);
    for (const { id, settings, mutants } of run.claims.filter(({ work }) => work === kind.id)) {
      const own = plan.parts.filter(({ claim }) => claim === id);
      const indices = own.flatMap((part) => indicesOf(part));
      expect(indices.toSorted((a, b) => a - b)).toEqual(Array.from({ length: settings }, (_, index) => index));
      expect(own.flatMap(({ mutant }) => mutant ?? []).toSorted()).toEqual(mutants.toSorted());
    }
  },

  'shares are a partition of the parts, for every number of shards'({ plan: { parts, share } }) {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: parts.length + 2 }), (count) => {
        const shares = share(count);
        expect(shares).toHaveLength(parts.length);
        expect(shares.filter((shard) => !(Number.isInteger(shard) && shard >= 0 && shard < count))).toEqual([]);
        expect(share(count)).toEqual(shares);
      }),
    );
  },

  async 'the parts of all shards, carried out apart, give the records of the whole'(done) {
    const { suite, kind, plan, records } = done;
    for (const count of [2, 3]) {
      const shares = plan.share(count);
      const shards = await Promise.all(
        Array.from({ length: count }, (_, shard) =>
          carryOut(
            done,
            plan,
            plan.parts.filter((_, place) => shares[place] === shard),
          ),
        ),
      );
      const found = new Map<string, FoundRecord>();
      for (const record of shards.flat()) {
        const subject = subjectOf(record, suite.kinds);
        const other = found.get(subject);
        expect(other === undefined || kind.observations !== undefined, `${subject} is found by one shard`).toBe(true);
        const one = other === undefined ? record : combineRecords(other, record, suite.kinds);
        expect(one, `${subject} is the same in all shards`).toBeDefined();
        found.set(subject, one as FoundRecord);
      }
      expect(inTextOrder([...found.values()])).toEqual(inTextOrder(records));
    }
  },

  async 'a task is plain data, and comes to the same whenever it is performed'(done) {
    expect(done.tasks.length).toBeGreaterThan(0);
    for (const task of done.tasks) {
      expectPlain(task);
      expect(task.kind).toBe(done.kind.id);
    }
    for (const task of sampleOf(done.tasks)) {
      const [once, again] = [await perform(done, task), await perform(done, JSON.parse(JSON.stringify(task)))];
      expect(withoutTimes(again)).toEqual(withoutTimes(once));
    }
  },

  'a task has a name of one line, and different tasks have different names'({ suite, kind, tasks }) {
    const distinct = [...new Map(tasks.map((task) => [canonicalJson(task), task])).values()];
    const names = distinct.map((task) => kind.name(task, suite));
    for (const name of names) expect(name).toMatch(/^\S.*\S$/);
    expect(new Set(names).size).toBe(distinct.length);
  },

  async 'a setting is replayed from its index, to the outcome of the run'({ suite, kind, seed, tier, records }) {
    const decisions = records.filter((record): record is DecisionRecord => record.type === 'decision');
    for (const { claim, index, setting, outcome } of sampleOf(decisions)) {
      const submit = (task: Task) => perform({ suite, kind }, task);
      const request = { suite, seed, tier, options: {}, submit, checkpoints: inMemory() };
      const replayed = await kind.replay(claimOf(suite, claim), String(index), request);
      expect(replayed).toEqual({ setting, outcome: withoutTraces(outcome) });
    }
  },

  'observations have places of one shape, and subjects of their own'({ kind, run, records }) {
    const { observations } = kind;
    const observed = observationsIn(records);
    expect(observed.length > 0).toBe(observations !== undefined);
    if (observations === undefined) return;
    const places = observed.map(observations.order(run));
    const shapes = new Set(places.map((place) => place.map((each) => typeof each).join()));
    expect(shapes.size).toBe(1);
    expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(observed.length);
    expect(new Set(observed.map((each) => canonicalJson(observations.subjectOf(each)))).size).toBe(observed.length);
    const ids = new Set(run.claims.map(({ id }) => id));
    expect(observed.filter((each) => !observations.belongsTo(each, ids))).toEqual([]);
  },

  'what is written matches its schema, and what is broken does not'({ suite, kind, run, records }) {
    const parse = recordParser(suite.kinds);
    const parsed = (record: unknown) => parse(Buffer.from(JSON.stringify(record)));
    const claims = run.claims.filter(({ work }) => work === kind.id);
    const written = { ...run, claims };
    expect(parsed(written)).toEqual(JSON.parse(JSON.stringify(written)));
    for (const record of records) expect(parsed(record)).toEqual(JSON.parse(JSON.stringify(record)));
    for (const record of sampleOf(observationsIn(records))) {
      expect(parsed({ ...record, unheardOf: 1 })).toBeInstanceOf(Flaw);
      const fields = Object.keys(record).filter((field) => field !== 'samples');
      for (const field of fields) expect(parsed({ ...record, [field]: undefined }), field).toBeInstanceOf(Flaw);
    }
    for (const claim of claims)
      expect(parsed({ ...run, claims: [{ ...claim, details: { unheardOf: 1 } }] }), claim.id).toBeInstanceOf(Flaw);
  },
};

/** The first, the last, and some in between: all would take as long as the run. */
function sampleOf<T>(items: readonly T[], count = 6): T[] {
  return items.filter((_, place) => place % Math.ceil(items.length / count) === 0 || place === items.length - 1);
}

const expectPlain = (data: unknown) => expect(isDeepStrictEqual(JSON.parse(JSON.stringify(data)), data)).toBe(true);

const observationsIn = (records: readonly FoundRecord[]): ObservationRecord[] =>
  records.filter((record) => record.type === 'observation');

function indicesOf({ settings: [from, to] = [0, 0] }: Part): number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

const inTextOrder = (records: readonly FoundRecord[]) => timeless(records).map(canonicalJson).sort();

/** The result of a task without what differs from time to time. */
function withoutTimes(result: unknown): unknown {
  return JSON.parse(JSON.stringify(result, (key, value) => (key === 'milliseconds' ? 0 : value)));
}
