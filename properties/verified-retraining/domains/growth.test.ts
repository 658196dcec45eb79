import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptByRound } from '../../../theory/verified-retraining/model.ts';
import { type GrowthKind, growths, scheduleOf } from './growth.ts';

const shape = { first: [4, 8], step: [0.25, 3], ratio: [1.02, 1.3], rounds: 12 } as const;
const kinds: readonly GrowthKind[] = ['constant', 'linear', 'geometric', 'random'];

describe('scheduleOf', () => {
  it('describes each kind of schedule', () => {
    expect(keptByRound(scheduleOf({ kind: 'constant', kept: 7 }), 3)).toEqual([7, 7, 7]);
    expect(keptByRound(scheduleOf({ kind: 'linear', first: 5, step: 0.5 }), 5)).toEqual([5, 6, 6, 7, 7]);
    expect(keptByRound(scheduleOf({ kind: 'geometric', first: 10, ratio: 1.5 }), 3)).toEqual([10, 15, 23]);
    expect(keptByRound(scheduleOf({ kind: 'random', kept: [3, 9, 4] }), 3)).toEqual([3, 9, 4]);
  });
});

describe('growths', () => {
  it.each(kinds)('draws %s schedules that the model accepts and that start within the shape', (kind) => {
    fc.assert(
      fc.property(growths(kind, shape), (growth) => {
        const kept = keptByRound(scheduleOf(growth), shape.rounds);
        expect(growth.kind).toBe(kind);
        expect(kept[0]).toBeGreaterThanOrEqual(4);
        expect(kept[0]).toBeLessThanOrEqual(8);
        if (kind === 'constant') expect(new Set(kept).size).toBe(1);
        if (kind === 'linear' || kind === 'geometric') expect(kept.at(-1)).toBeGreaterThan(kept[0]!);
      }),
      { numRuns: 100 },
    );
  });
  it('says what a shape lacks', () => {
    expect(() => growths('linear', { first: [4, 8] })).toThrow("growths('linear') lacks step");
    expect(() => growths('geometric', { first: [4, 8] })).toThrow('lacks ratio');
    expect(() => growths('random', { first: [4, 8] })).toThrow('lacks rounds');
  });
});
