import type { CurveRecord } from '../../properties/engine/kinds/replicated-runs/curve-record.ts';

/** An arm of the example. */
export interface ExampleArm {
  readonly treatment: 'full' | 'half' | 'none';
}

const textOf = ({ treatment }: ExampleArm): string => `${treatment} treatment`;

/** Ten gray squares a round, of one level. */
const samples = (level: number, rounds: number) =>
  Buffer.from(Uint8Array.from({ length: rounds * 10 * 14 ** 2 }, () => level)).toString('base64');

/** An arm of a replicate, two rounds long; replicate 0 has sample images of a gray level. */
export const curve = (arm: ExampleArm, replicate: number, level: number): CurveRecord => ({
  type: 'observation',
  kind: 'replicated-runs',
  population: { colony: 'first', setting: 'warm' },
  populationName: 'first colony, warm',
  arm,
  armText: textOf(arm),
  replicate,
  rounds: [0, 1, 2].map((round) => ({ round, distance: 1, spread: 1 })),
  ...(replicate === 0 ? { samples: samples(level, 3) } : {}),
});
