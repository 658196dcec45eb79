import { expect, test, vi } from 'vitest';
import { claimById } from '../../../verified-retraining/claims/index.ts';
import { illustrationsOf } from '../../../verified-retraining/figure-data/index.ts';
import { withTemporaryCheckpoints } from '../../pool/checkpoints.ts';
import { openCrew } from '../../pool/crew.ts';
import { noJournal } from '../../pool/journal.ts';
import { tiers } from '../../tier.ts';
import { illustrate } from './illustrate.ts';

test('illustrations wait for the draws of a run', () =>
  withTemporaryCheckpoints(async (address) => {
    const crew = openCrew(0, address);
    const submit = vi.spyOn(crew, 'submit');
    const made = await illustrate(['transfer-map'], { seed: 2, tier: tiers.quick, journal: noJournal, crew });
    expect(made.map(({ illustration }) => illustration)).toEqual(['transfer-map']);
    // Draws have rank 1, place.
    expect(submit.mock.calls.every(([, rank]) => rank[0] === 2)).toBe(true);
  }));

test('the illustrations of a run are those all of whose claims it has', () => {
  const of = (ids: readonly string[]) => illustrationsOf(ids.map(claimById)).map(({ id }) => id);
  expect(of(['ols-start', 'transfer-map-simulated', 'transfer-map-contraction', 'gain-sign'])).toEqual([
    'transfer-map',
  ]);
  expect(of(['transfer-map-simulated'])).toEqual([]);
  expect(of([])).toEqual([]);
});
