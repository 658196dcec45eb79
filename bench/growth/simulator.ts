import { keyedStream } from '../../sim/random/stream.ts';
import { type DesignName, prepareRetraining } from '../../sim/verified-retraining/regression/index.ts';
import { alternate, microseconds, task } from '../harness/alternate.ts';
import type { Effort, Row, Table } from '../harness/part.ts';
import { powerOf } from '../harness/slope.ts';
import { settingAtTruth } from '../setting.ts';

interface Size {
  readonly kept: number;
  readonly dimension: number;
  readonly rounds: number;
}

interface Axis {
  readonly design: DesignName;
  readonly of: keyof Size;
  readonly values: readonly number[];
  /** The other sizes: large enough that what a run costs once is lost in it. */
  readonly at: Size;
  /** The power with which the work grows. */
  readonly theory: number;
  readonly why: string;
}

const axes: readonly Axis[] = [
  {
    design: 'block',
    of: 'kept',
    values: [1000, 4000, 16_000, 64_000],
    at: { kept: 0, dimension: 1, rounds: 1 },
    theory: 1,
    why: 'n labels a direction',
  },
  {
    design: 'block',
    of: 'dimension',
    values: [1, 4, 16, 64],
    at: { kept: 1000, dimension: 0, rounds: 1 },
    theory: 1,
    why: 'p directions',
  },
  {
    design: 'block',
    of: 'rounds',
    values: [1, 4, 16, 64],
    at: { kept: 1000, dimension: 1, rounds: 0 },
    theory: 1,
    why: 'rounds alike',
  },
  {
    design: 'gaussian',
    of: 'kept',
    values: [1000, 4000, 16_000, 64_000],
    at: { kept: 0, dimension: 1, rounds: 1 },
    theory: 1,
    why: 'n·p rows',
  },
  {
    design: 'gaussian',
    of: 'dimension',
    values: [4, 8, 16, 32],
    at: { kept: 100, dimension: 0, rounds: 1 },
    theory: 3,
    why: 'n·p rows of p normals and p(p + 1)/2 products each',
  },
  {
    design: 'gaussian',
    of: 'rounds',
    values: [1, 4, 16, 64],
    at: { kept: 1000, dimension: 1, rounds: 0 },
    theory: 1,
    why: 'rounds alike',
  },
];

const SYMBOLS = { kept: 'n', dimension: 'p', rounds: 'rounds' } as const;

/** Time of a run of the simulator in n, p and rounds. */
export async function simulatorGrowth({ smoke, ...effort }: Effort): Promise<Table[]> {
  const rows: Row[] = [];
  for (const { design, of, values, at, theory, why } of axes) {
    const used = smoke ? values.slice(0, 2) : values;
    const timings = await alternate(
      used.map((value) => runOf(design, { ...at, [of]: value })),
      effort,
    );
    const times = timings.map(microseconds);
    const { slope, error } = powerOf(used, times);
    rows.push({
      design,
      in: SYMBOLS[of],
      values: used.join(', '),
      'µs a run': times.map((time) => Number(time.toPrecision(3))).join(', '),
      power: slope,
      'standard error': error,
      'between the last two': powerOf(used.slice(-2), times.slice(-2)).slope,
      theory,
      'as it takes': why,
    });
  }
  return [{ title: 'Growth: time of a simulated run at 60 % acceptance', rows }];
}

/** Half-width within which 60 % of the labels of a generator at the truth lie: Φ⁻¹(0.8). */
const WIDTH_OF_60_PERCENT = 0.8416212335729143;

function runOf(design: DesignName, { kept, dimension, rounds }: Size) {
  const setting = settingAtTruth(dimension, WIDTH_OF_60_PERCENT, 100);
  const prepared = prepareRetraining(setting, () => kept, rounds, { design });
  const stream = keyedStream(1, `growth/${design}`, kept, dimension);
  return task(design, 1, () => prepared.run(stream));
}
