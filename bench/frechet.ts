import { proceduralDigits } from '../sim/digits/procedural/procedural-digits.ts';
import { frechetDistance } from '../sim/verified-retraining/vae/metrics/frechet-distance.ts';
import { moments } from '../sim/verified-retraining/vae/metrics/moments.ts';
import { pixelSpace } from '../sim/verified-retraining/vae/metrics/pixel-space.ts';
import { alternate, microseconds, type Task, task } from './harness/alternate.ts';
import type { Effort, Table } from './harness/part.ts';

/** Images that every round is scored on. */
const SAMPLE = 3000;

/** The Fréchet distance of a sample of images to a reference, from pixels to number, and its parts. */
export async function frechet({ smoke, ...effort }: Effort): Promise<readonly Table[]> {
  const sides = smoke ? ([14] as const) : ([14, 28] as const);
  const sample = smoke ? 100 : SAMPLE;
  const tasks = sides.flatMap((side) => tasksAt(side, sample));
  const timings = await alternate(tasks, effort);
  const parts = timings.length / sides.length;
  const rows = sides.map((side, i) => ({
    pixels: `${side}×${side}`,
    ...Object.fromEntries(
      timings.slice(i * parts, (i + 1) * parts).map((timing) => [`${timing.name}, ms`, microseconds(timing) / 1000]),
    ),
  }));
  return [{ title: `Fréchet distance of ${sample} images in 32 principal components`, rows }];
}

function tasksAt(side: 14 | 28, count: number): Task[] {
  const digits = proceduralDigits({ count, side, seed: 1, part: 'training' });
  const space = pixelSpace(digits);
  const reference = space.reference(proceduralDigits({ count, side, seed: 1, part: 'test' }));
  const features = space.project(digits.pixels, count);
  const own = moments(features, count, space.width);
  return [
    task('whole', 1, () => space.distance(space.project(digits.pixels, count), reference)),
    task('projection', 1, () => space.project(digits.pixels, count)),
    task('moments', 1, () => moments(features, count, space.width)),
    task('distance of moments', 1, () => frechetDistance(own, reference)),
  ];
}
