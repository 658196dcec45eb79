import { streamFamily } from '../../../../sim/random/stream.ts';
import { named, type SuiteContent, tierOf } from '../../suite-content.ts';
import type { KindOfWork, KindSchema, ObservationLayout, Part, PlanRequest, Task, WorkPlan } from '../kind-of-work.ts';
import type { FigureData } from './figure.ts';
import { FIGURE_DATA, type FigureDataRecord } from './record.ts';

/** The data of a figure as part of a run. */
interface FigurePart extends Part {
  readonly claim: null;
  readonly figure: string;
}

/** Some cells of a figure's data as a task. */
interface FigureTask extends Task {
  readonly seed: number;
  readonly tier: string;
  readonly figure: string;
  readonly cells: readonly [from: number, to: number];
}

/** The number of tasks that a figure's cells are cut into: enough to keep several workers busy, few enough to cost no overhead. */
const PIECES = 8;

/** Figures come after all that decides claims. */
const RANK = 2;

/**
 * The kind of work that makes the data of a suite's figures.
 * @param modules addresses of the modules that the figures are written in.
 * @param schema JSON Schema of their records.
 */
export function figureData(figures: readonly FigureData[], modules: readonly string[], schema: KindSchema): KindOfWork {
  return {
    id: FIGURE_DATA,
    modules: [import.meta.url, ...modules],
    schema,
    observations: layoutOf(figures),
    decides: () => false,
    describe: () => undefined,

    async plan({ suite, claims, seed, tier }: PlanRequest): Promise<WorkPlan> {
      const parts = figuresOf(figures, claims).map(({ id }): FigurePart => ({ claim: null, figure: id }));
      return {
        parts,
        share: (count) => parts.map((_, place) => place % count),
        async carryOut(given, { submit }) {
          return Promise.all(
            given.map(async (part, place) => {
              const figure = named('figure', figures, (part as FigurePart).figure);
              const cells = await Promise.all(
                piecesOf(figure).map((range, piece) => {
                  const task = { kind: FIGURE_DATA, seed, tier: tier.name, figure: figure.id, cells: range };
                  return submit(task, [RANK, place, piece]) as Promise<unknown[]>;
                }),
              );
              const fields = figure.merge(cells.flat(), { world: suite.world, tier });
              return {
                type: 'observation',
                kind: FIGURE_DATA,
                figure: figure.id,
                ...fields,
              } satisfies FigureDataRecord;
            }),
          );
        },
        budget: null,
        backend: null,
        leftOut: [],
        requirement: null,
        notices: [],
      };
    },

    async perform(task, { suite }): Promise<unknown[]> {
      const { seed, tier: name, figure: id, cells } = task as FigureTask;
      return cellsOf(named('figure', figures, id), cells, { suite, seed, tier: name });
    },

    name(task) {
      const { figure, cells } = task as FigureTask;
      return `data of figure ${figure}, cells ${cells[0]} to ${cells[1] - 1}`;
    },

    meets: async () => undefined,
    explain: () => [],
    replay: () => Promise.reject(new RangeError('data of a figure decide no claim: there is nothing to replay')),
    exercise: async () => {},
  };
}

/** The figures of a run: the run has all claims of such a figure. */
export function figuresOf<F extends Pick<FigureData, 'claims'>>(
  figures: readonly F[],
  claims: readonly { readonly id: string }[],
): F[] {
  const present = new Set(claims.map(({ id }) => id));
  return figures.filter((figure) => figure.claims.every((id) => present.has(id)));
}

/** The results of some cells of a figure, in their order. */
export function cellsOf(
  figure: FigureData,
  [from, to]: readonly [number, number],
  { suite, seed, tier }: { suite: Pick<SuiteContent, 'world' | 'tiers'>; seed: number; tier: string },
): unknown[] {
  return Array.from({ length: to - from }, (_, offset) => {
    const index = from + offset;
    // The name of the streams is older than the name of the kind of work. Another name would change every figure.
    const streams = streamFamily(seed, `illustration/${figure.id}`, index);
    return figure.cell(index, {
      world: suite.world,
      tier: tierOf(suite, tier),
      stream: (replicate) => streams.at(replicate),
    });
  });
}

function piecesOf({ cells }: FigureData): (readonly [from: number, to: number])[] {
  const size = Math.ceil(cells / PIECES);
  return Array.from({ length: Math.ceil(cells / size) }, (_, piece) => [
    piece * size,
    Math.min((piece + 1) * size, cells),
  ]);
}

function layoutOf(figures: readonly FigureData[]): ObservationLayout {
  return {
    order: () => (record) => [(record as FigureDataRecord).figure],
    subjectOf: (record) => (record as FigureDataRecord).figure,
    // Two of one figure are the same, or contradict each other: the engine compares them.
    combine: () => undefined,
    mayDiffer: false,
    belongsTo(record, claims) {
      const figure = figures.find(({ id }) => id === (record as FigureDataRecord).figure);
      return figure?.claims.every((id) => claims.has(id)) === true;
    },
    flawOf: () => undefined,
  };
}
