import type { ReplicatedClaim } from '../../../kinds/replicated-runs/claim.ts';
import type { Curve, Round } from '../../../kinds/replicated-runs/curve-record.ts';
import type { Arm } from '../world.ts';

/** What is observed of a walk after a round. */
export interface Step extends Round {
  /** From home, > 0. */
  readonly distance: number;
}

/** A claim about walks. */
type WalkClaim<Name extends string> = ReplicatedClaim<Name, Arm, Curve<Step>>;

/** A claim whose arms' names are checked where it is written, and forgotten where claims are listed. */
function defineClaim<Name extends string>(claim: WalkClaim<Name>): ReplicatedClaim {
  return claim as ReplicatedClaim;
}

export const free: Arm = { steering: 'none' };
export const steered: Arm = { steering: 'home' };

const text = { group: 'walks', kind: 'sign', decision: 'By hand.', module: import.meta.url } as const;

/** ln of the distance after a round, of the last one where none is given. */
const after = ({ rounds }: Curve<Step>, round = -1) => Math.log(rounds.at(round)!.distance);

const growth = (curve: Curve<Step>) => after(curve) - after(curve, 0);

/** True. */
export const grows = defineClaim({
  ...text,
  id: 'grows',
  title: 'Without steering the distance grows',
  statements: ['walk.free'],
  arms: { free: { arm: free, rounds: 'short' } },
  effects: [
    { name: 'growth', direction: 'positive', smallest: 0.1, of: ({ free }) => growth(free) },
    { name: 'start', direction: 'negligible', smallest: 0.3, of: ({ free }) => after(free, 0) },
  ],
  mutants: ['growth-stops', 'doubled'],
  remarks: ['The distance grows by the same factor in every round.'],
});

/** True, not held on rough ground, and of arms of two lengths. */
export const steeredIsCloser = defineClaim({
  ...text,
  id: 'steered-is-closer',
  title: 'With steering the distance is smaller',
  statements: ['walk.steered'],
  arms: { steered: { arm: steered, rounds: 'long' }, free: { arm: free, rounds: 'short' } },
  effects: [
    {
      name: 'steered / free',
      direction: 'negative',
      smallest: 0.1,
      of: ({ steered, free }) => after(steered, free.rounds.length - 1) - after(free),
    },
    { name: 'gain', direction: 'negative', smallest: 0.1, of: ({ steered }) => growth(steered) },
  ],
  notOn: { rough: 'it was never tried there' },
  mutants: ['steering-unused'],
});

/** False; its mutant makes it true. */
export const steeredGrows = defineClaim({
  ...text,
  id: 'steered-grows',
  title: 'With steering the distance grows',
  statements: ['walk.steered'],
  arms: { steered: { arm: steered, rounds: 'short' } },
  effects: [{ name: 'growth', direction: 'positive', smallest: 0.1, of: ({ steered }) => growth(steered) }],
  mutants: ['steering-unused'],
});

/** The claims about walks. */
export const walkClaims = [grows, steeredIsCloser, steeredGrows] as const;
