import type { ReplicatedClaim } from '../../../../properties/engine/kinds/replicated-runs/claim.ts';
import type { Curve } from '../../../../properties/engine/kinds/replicated-runs/curve-record.ts';
import type { Arm, Position } from '../walks.ts';

const riseOf = ({ rounds }: Curve<Position>) => Math.log(rounds.at(-1)!.position / rounds[0]!.position);

/** A claim over replicates of fixed settings. */
export const driftingWalk: ReplicatedClaim<'drifting' | 'level', Arm, Curve<Position>> = {
  id: 'drifting-walk',
  module: import.meta.url,
  group: 'walks',
  title: 'A walk that drifts rises above one that does not',
  statements: ['walk.drift'],
  kind: 'sign',
  decision: 'The log-ratio of the two ends is normal, and its mean is tested.',
  arms: {
    drifting: { arm: { drifts: true }, rounds: 'all' },
    level: { arm: { drifts: false }, rounds: 'all' },
  },
  effects: [
    {
      name: 'rise, drifting / level',
      direction: 'positive',
      smallest: 0.2,
      of: ({ drifting, level }) => riseOf(drifting) - riseOf(level),
    },
  ],
  mutants: ['no-drift'],
  remarks: ['Nobody has seen one turn back.'],
};
