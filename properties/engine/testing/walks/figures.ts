import { estimates } from '../../kinds/figure-data/estimates.ts';
import type { FigureData } from '../../kinds/figure-data/figure.ts';
import type { Estimate, FigureDataRecord } from '../../kinds/figure-data/record.ts';
import type { KindSchema } from '../../kinds/kind-of-work.ts';
import type { World } from './world.ts';

/** Shares of heads by the probability of heads. */
interface HeadsRecord extends FigureDataRecord {
  readonly figure: 'heads';
  readonly points: readonly (Estimate & { readonly probability: number; readonly expected: number })[];
}

const CELLS = 9;
const REPLICATES = 50;

const heads: FigureData<Estimate, World> = {
  id: 'heads',
  claims: ['share-of-heads', 'not-always-heads'],
  cells: CELLS,
  cell(index, { world, stream }) {
    const [share] = estimates(1, REPLICATES, (replicate, out) => {
      out[0] = world.simulator.toss(probabilityOf(index), stream(replicate));
    });
    return share!;
  },
  merge(cells, { world }): Omit<HeadsRecord, 'type' | 'kind' | 'figure'> {
    const points = cells.map((share, index) => {
      const probability = probabilityOf(index);
      return { ...share, probability, expected: world.theory.shareOfHeads(probability) };
    });
    return { replicates: REPLICATES, points };
  },
};

const probabilityOf = (cell: number) => (cell + 1) / (CELLS + 1);

/** The figures of this suite. */
export const figures: readonly FigureData[] = [heads as FigureData];

const number = { type: 'number' } as const;

/** JSON Schema of their records. */
export const figureSchema: KindSchema = {
  observation: {
    type: 'object',
    properties: {
      type: { const: 'observation' },
      kind: { const: 'figure-data' },
      figure: { const: 'heads' },
      replicates: number,
      points: {
        type: 'array',
        items: {
          type: 'object',
          properties: { mean: number, low: number, high: number, probability: number, expected: number },
          required: ['mean', 'low', 'high', 'probability', 'expected'],
          additionalProperties: false,
        },
      },
    },
    required: ['type', 'kind', 'figure', 'replicates', 'points'],
    additionalProperties: false,
  },
  details: null,
};
