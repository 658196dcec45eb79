import type { Mutant } from '../../../mutant.ts';
import type { Step } from '../claims/walks.ts';
import { type World, walksWorld } from '../world.ts';

/** A mutant of walks. */
export interface WalkMutant extends Mutant<World> {
  /** Whether its walks differ from those of the suite's own world on steered arms alone. */
  readonly onlySteered?: true;
  /** What it makes of an observation, where its mistake lies in reading. */
  readonly reads?: (observed: Step) => Step;
}

const { simulator } = walksWorld;
const wrong = { part: 'walks', module: import.meta.url } as const;

/** Mutants of walks. */
export const walkMutants: readonly WalkMutant[] = [
  {
    ...wrong,
    id: 'growth-stops',
    title: 'no walk gets anywhere',
    world: { ...walksWorld, simulator: { ...simulator, drift: () => 0 } },
  },
  {
    ...wrong,
    id: 'steering-unused',
    title: 'steering does nothing',
    world: { ...walksWorld, simulator: { ...simulator, drift: () => simulator.drift({ steering: 'none' }) } },
    onlySteered: true,
  },
  {
    ...wrong,
    id: 'doubled',
    title: 'distances are read as twice what they are',
    world: walksWorld,
    reads: (observed) => ({ ...observed, distance: 2 * observed.distance }),
  },
];
