import { equals } from '../../properties/engine/decide/comparison.ts';
import { decideMeans } from '../../properties/engine/decide/decide-means.ts';
import { collectGarbage } from '../../properties/engine/pool/collect-garbage.ts';
import { streamFamily } from '../../sim/random/stream.ts';
import { prepareRetraining } from '../../sim/verified-retraining/regression/index.ts';
import { exactTrajectory } from '../../theory/verified-retraining/many-rounds.ts';
import { constant } from '../../theory/verified-retraining/model.ts';
import { alternate, microseconds, task } from '../harness/alternate.ts';
import type { Effort, Table } from '../harness/part.ts';
import { powerOf } from '../harness/slope.ts';
import { setting } from './setting.ts';

const REPLICATES = [1000, 4000, 16_000, 64_000];

const KEPT = 10;

/** (R + |b|)²: θ̂₁ lies in a window of half-width 1.5 about a center 0.5 from the truth; and room for rounding. */
const LARGEST = 4.1;

const exact = exactTrajectory(setting, constant(KEPT), 1).toTruth[1]!;
const prepared = prepareRetraining(setting, constant(KEPT), 1);

/** Errors so small that the decision looks at all replicates. */
const NEVER = { falseSupport: 1e-300, falseRefutation: 1e-300 };

/** Time and memory of a decision in its replicates: simulation, observation and decision together. */
export async function replicateGrowth({ smoke, ...effort }: Effort): Promise<Table[]> {
  const counts = smoke ? REPLICATES.slice(0, 2) : REPLICATES;
  const timings = await alternate(
    counts.map((count) => task('decision', 1, () => decide(count))),
    effort,
  );
  const times = timings.map(microseconds);
  const { slope, error } = powerOf(counts, times);
  const more = counts.map(heapGrowth);
  const list = (values: readonly number[]) => values.map((value) => Number(value.toPrecision(3))).join(', ');
  return [
    {
      title: 'Growth: a decision over many replicates, one verified round each',
      rows: [
        {
          replicates: counts.join(', '),
          µs: list(times),
          power: slope,
          'standard error': error,
          theory: 1,
          'heap that its end leaves more, KiB': list(more),
        },
      ],
      notes: ['heap: of the last replicate over that of the first, after collection; in theory 0'],
    },
  ];
}

/** KiB of the heap, after collection, at the last replicate beyond those at the first. */
function heapGrowth(count: number): number {
  const heap = () => {
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1024;
  };
  let [first, last] = [0, 0];
  decide(count, (replicate) => {
    if (replicate === 0) first = heap();
    if (replicate === count - 1) last = heap();
  });
  return last - first;
}

function decide(count: number, observe: (replicate: number) => void = () => {}): void {
  const streams = streamFamily(1, 'growth/replicates', 0);
  decideMeans(
    [equals('‖θ̂₁−θ*‖²', exact, exact / 10, [0, LARGEST])],
    (replicate, out) => {
      observe(replicate);
      out[0] = prepared.run(streams.at(replicate)).toTruth[1]!;
    },
    { ...NEVER, maximumReplicates: count },
  );
}
