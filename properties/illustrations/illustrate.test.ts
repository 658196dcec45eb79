import { expect, test, vi } from 'vitest';
import { withTemporaryCheckpoints } from '../checkpoints.ts';
import { claimById } from '../claims/index.ts';
import { openCrew } from '../crew.ts';
import { noJournal } from '../journal.ts';
import { tiers } from '../tier.ts';
import { illustrate } from './illustrate.ts';

test('illustrations are made of the claims that a run has, and wait for its draws', () =>
  withTemporaryCheckpoints(async (address) => {
    const crew = openCrew(0, address);
    const submit = vi.spyOn(crew, 'submit');
    const make = (ids: readonly string[]) =>
      illustrate(ids.map(claimById), { seed: 2, tier: tiers.quick, journal: noJournal, crew });
    const made = await make(['ols-start', 'transfer-map-simulated', 'transfer-map-contraction', 'gain-sign']);
    expect(made.map(({ illustration }) => illustration)).toEqual(['transfer-map']);
    // Draws have rank 1, place.
    expect(submit.mock.calls.every(([, rank]) => rank[0] === 2)).toBe(true);
    expect(await make(['transfer-map-simulated'])).toEqual([]);
    expect(await make([])).toEqual([]);
  }));
