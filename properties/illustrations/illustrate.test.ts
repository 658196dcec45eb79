import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { claimById } from '../claims/index.ts';
import { openCrew } from '../crew.ts';
import { Store, withTemporaryStore } from '../store.ts';
import { tiers } from '../tier.ts';
import { illustrate } from './illustrate.ts';

const claims = ['transfer-map-contraction', 'transfer-map-simulated'].map(claimById);

test('an illustration that was interrupted goes on with the cells that it has', async () => {
  await withTemporaryStore(async (address) => {
    const crew = openCrew(0);
    const submit = vi.spyOn(crew, 'submit');
    const make = () => illustrate(claims, { seed: 2, tier: tiers.quick, store: new Store(address), crew });
    const whole = await make();
    const results = readdirSync(address.directory);
    expect(submit).toHaveBeenCalledTimes(results.length);

    const lost = results.filter((_, place) => place % 3 === 0);
    for (const name of lost) rmSync(join(address.directory, name));
    submit.mockClear();
    expect(await make()).toEqual(whole);
    expect(submit).toHaveBeenCalledTimes(lost.length);
    expect(lost.length).toBeGreaterThan(1);
    expect(readdirSync(address.directory).toSorted()).toEqual(results.toSorted());
  });
});

test('illustrations are made of the claims that a run has, and wait for its draws', async () => {
  await withTemporaryStore(async (address) => {
    const crew = openCrew(0);
    const submit = vi.spyOn(crew, 'submit');
    const make = (ids: readonly string[]) =>
      illustrate(ids.map(claimById), { seed: 2, tier: tiers.quick, store: new Store(address), crew });
    const made = await make(['ols-start', 'transfer-map-simulated', 'transfer-map-contraction', 'gain-sign']);
    expect(made.map(({ illustration }) => illustration)).toEqual(['transfer-map']);
    // Draws have rank 1, place.
    expect(submit.mock.calls.every(([, rank]) => rank[0] === 2)).toBe(true);
    expect(await make(['transfer-map-simulated'])).toEqual([]);
    expect(await make([])).toEqual([]);
  });
});
