import type { FigureSpecification } from '../../figures/specification.ts';
import type { CurvePoint } from '../../model/curves.ts';
import type { Report } from '../../model/report.ts';
import { counted, short } from '../../wording/numbers.ts';
import { isBiased } from '../arms.ts';
import { pictureOf } from './retraining-panels.ts';
import type { RetrainingCurve } from './retraining-plans.ts';

/** Retrained generators by round, a picture for each kind of digits and setting. */
export function retraining({ curves: summaries, backend }: Report): FigureSpecification | null {
  if (summaries.length === 0) return null;
  const curves = summaries as readonly RetrainingCurve[];
  const names = new Set(curves.map(({ populationName }) => populationName));
  const floorOf = (digits: string | undefined) => backend?.data.find(({ id }) => id === digits)?.floor ?? null;
  return {
    id: 'retraining',
    title: 'Generators retrained on what a verifier keeps',
    caption:
      'By round of retraining, means over replicates in a band of one standard deviation to each side. The Fréchet distance (FD) is that of ' +
      'unfiltered generated digits to real test digits; real digits are at the dotted line from other real ones. With a verifier that knows the truth and is retrained ' +
      'the distance should fall and diversity last; without one both should get worse; one that knows little, or is never retrained, may turn back; with a verifier that takes distorted digits for real the generator ' +
      'should move away from the truth and towards the verifier’s own reference: its knowledge center.',
    pictures: [...names].map((name) => {
      const here = curves.filter(({ populationName }) => populationName === name);
      return {
        spec: pictureOf(name, here, floorOf(here[0]?.population.digits)),
        alternative: `${name}: ${here.map(changeText).join(' ')}`,
      };
    }),
    data: {
      header: ['digits', 'setting', 'arm', 'metric', 'round', 'replicates', 'mean', 'low', 'high'],
      rows: curves.flatMap(({ population, armText, metrics }) =>
        Object.entries(metrics).flatMap(([metric, points]) =>
          points.map(({ round, replicates, mean, low, high }) => [
            population.digits ?? null,
            population.setting ?? null,
            armText,
            metric,
            round,
            replicates,
            mean,
            low,
            high,
          ]),
        ),
      ),
    },
  };
}

/** How an arm's distance and diversity change. */
function changeText({ armText, metrics, arm }: RetrainingCurve): string {
  const { frechet, frechetToReference, classVariance } = metrics;
  const change = (points: readonly CurvePoint[] | undefined) =>
    points === undefined ? 'not observed' : `from ${short(points[0]!.mean)} to ${short(points.at(-1)!.mean)}`;
  const rounds = frechet?.at(-1);
  const reference = isBiased(arm) ? `, to the verifier’s reference ${change(frechetToReference)}` : '';
  return (
    `${armText}: FD ${change(frechet)}${reference}, class variance ${change(classVariance)}` +
    `${rounds === undefined ? '' : ` after ${counted(rounds.round, 'round')} (${counted(rounds.replicates, 'replicate')})`}.`
  );
}
