import { keyedStream } from '../sim/random/stream.ts';
import { type DesignName, prepareRetraining } from '../sim/verified-retraining/regression/index.ts';
import { alternate, perSecond, type Task, task, timesAsLong } from './harness/alternate.ts';
import type { Effort, Table } from './harness/part.ts';
import { settingAtTruth } from './setting.ts';

/** Half-widths of the verifier's range in σ that accept so many of the labels of a generator at the center: Φ⁻¹((1 + share)/2). */
const HALF_WIDTHS = { '10 %': 0.12566134685507402, '60 %': 0.8416212335729143, '99 %': 2.5758293035489004 } as const;

const DESIGNS: readonly DesignName[] = ['block', 'gaussian'];
const DIMENSIONS = [1, 5, 20];

/** Accepted labels of a round, over all directions. */
const LABELS = 20_000;

/**
 * Speed of the simulator against the generator that it draws from. At acceptance a no simulator that draws what it refuses can exceed a
 * ratio of a in accepted labels; with random rows of p entries, a/(p + 1).
 */
export async function regression({ smoke, ...effort }: Effort): Promise<readonly Table[]> {
  const labels = smoke ? 100 : LABELS;
  const raw = rawNormals(labels);
  const kinds = DESIGNS.flatMap((design) =>
    DIMENSIONS.flatMap((dimension) =>
      Object.entries(HALF_WIDTHS).map(([acceptance, halfWidth]) => ({ design, dimension, acceptance, halfWidth })),
    ),
  );
  const rounds = kinds.map(({ design, dimension, acceptance, halfWidth }) =>
    round(`${design}, p = ${dimension}, ${acceptance} accepted`, design, dimension, halfWidth, labels),
  );
  const [rawTiming, ...timings] = await alternate([raw, ...rounds.map((each) => each.task)], effort);
  const rows = timings.map((timing, i) => {
    const { design, dimension, acceptance } = kinds[i]!;
    const drawnPerAccepted = rounds[i]!.drawnPerAccepted();
    const rate = 1 / timesAsLong(timing, rawTiming!);
    const normals = design === 'block' ? 1 : dimension + 1;
    return {
      design,
      p: dimension,
      accepted: acceptance,
      'accepted, million/s': perSecond(timing) / 1e6,
      'drawn, million/s': (perSecond(timing) * drawnPerAccepted) / 1e6,
      'accepted/raw': rate,
      'drawn/raw': rate * drawnPerAccepted,
      'normals/raw': rate * drawnPerAccepted * normals,
    };
  });
  return [
    {
      title: `Regression: labels a second of one core, of rounds of ${labels} accepted`,
      rows,
      notes: [
        `raw: ${(perSecond(rawTiming!) / 1e6).toFixed(1)} million normals/s of the same generator`,
        'normals: what drawing every label, and every random row, takes at one normal an entry',
      ],
    },
  ];
}

function rawNormals(count: number): Task {
  const stream = keyedStream(1, 'raw', 0, 0);
  const block = new Float64Array(512);
  const fills = Math.ceil(count / block.length);
  return task('raw normals', fills * block.length, () => {
    for (let fill = 0; fill < fills; fill += 1) stream.fillNormal(block);
  });
}

/** One verified round about the truth: where the generator is, but for its error of σ/√labels. */
function round(name: string, design: DesignName, dimension: number, halfWidth: number, labels: number) {
  const setting = settingAtTruth(dimension, halfWidth, Math.sqrt(labels));
  const kept = labels / dimension;
  const prepared = prepareRetraining(setting, () => kept, 1, { design });
  const stream = keyedStream(1, name, 0, 0);
  let [drawn, runs] = [0, 0];
  return {
    task: task(name, labels, () => {
      for (const proposals of prepared.run(stream).proposals) drawn += proposals;
      runs += 1;
    }),
    drawnPerAccepted: () => drawn / runs / labels,
  };
}
