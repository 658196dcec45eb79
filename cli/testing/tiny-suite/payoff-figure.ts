import { estimates } from '../../../properties/engine/kinds/figure-data/estimates.ts';
import type { FigureData } from '../../../properties/engine/kinds/figure-data/figure.ts';
import type { Estimate, FigureDataRecord } from '../../../properties/engine/kinds/figure-data/record.ts';
import type { World } from './world.ts';

/** Mean payoffs by the probability of winning. */
export interface PayoffRecord extends FigureDataRecord {
  readonly figure: 'payoff';
  readonly points: readonly (Estimate & { readonly probability: number; readonly predicted: number })[];
}

const GRID = [0.2, 0.4, 0.6, 0.8];
const REPLICATES = 200;
const betAt = (probability: number) => ({ probability, prize: 2, stake: 1 });

/** The mean payoff of a bet with prize 2 and stake 1, simulated and predicted. */
export const payoff: FigureData<Estimate, World> = {
  id: 'payoff',
  claims: ['expected-payoff'],
  cells: GRID.length,
  cell(index, { world: { simulator }, stream }) {
    const { probability, prize, stake } = betAt(GRID[index]!);
    const [mean] = estimates(1, REPLICATES, (replicate, out) => {
      out[0] = simulator.toss(probability, stream(replicate)) ? prize : -stake;
    });
    return mean!;
  },
  merge: (cells, { world: { theory } }) => ({
    replicates: REPLICATES,
    points: GRID.map((probability, index) => ({
      probability,
      predicted: theory.expectedPayoff(betAt(probability)),
      ...cells[index]!,
    })),
  }),
};

/** JSON Schema of the record. */
export const payoffSchema = {
  observation: {
    type: 'object',
    properties: {
      type: { const: 'observation' },
      kind: { const: 'figure-data' },
      figure: { const: 'payoff' },
      replicates: { type: 'number' },
      points: { type: 'array', items: { type: 'object', additionalProperties: { type: 'number' } } },
    },
    required: ['type', 'kind', 'figure', 'replicates', 'points'],
    additionalProperties: false,
  },
  details: null,
};
