import { type Population, populationName } from '../../../properties/verified-retraining/vae/population.ts';
import type { Sketch } from '../../figures/specification.ts';
import { type CurveSummary, curveMetrics } from '../../model/curves.ts';
import type { Report } from '../../model/report.ts';
import { counted, short } from '../../wording/numbers.ts';
import { isBiased, pictureOf } from './retraining-panels.ts';

/** Retrained generators by round, a picture for each kind of digits and setting. */
export function retraining({ curves, digits }: Report): Sketch | null {
  if (curves.length === 0) return null;
  const populations = new Map(curves.map((curve): [string, Population] => [populationName(curve), curve]));
  const floorOf = ({ digits: kind }: Population) => digits.find((each) => each.kind === kind)?.floor ?? null;
  return {
    id: 'retraining',
    title: 'Generators retrained on what a verifier keeps',
    caption:
      'By round of retraining, means over replicates in a band of one standard deviation to each side. The Fréchet distance (FD) is that of ' +
      'unfiltered generated digits to real test digits; real digits are at the dotted line from other real ones. With a verifier that knows the truth and is retrained ' +
      'the distance should fall and diversity last; without one both should get worse; one that knows little, or is never retrained, may turn back; with a verifier that takes distorted digits for real the generator ' +
      'should move away from the truth and towards the verifier’s own reference: its knowledge center.',
    pictures: [...populations].map(([name, population]) => {
      const here = curves.filter((curve) => populationName(curve) === name);
      return {
        spec: pictureOf(name, here, floorOf(population)),
        alternative: `${name}: ${here.map(courseOf).join(' ')}`,
      };
    }),
    data: {
      header: ['digits', 'setting', 'arm', 'metric', 'round', 'replicates', 'mean', 'low', 'high'],
      rows: curves.flatMap(({ digits: kind, setting, text, metrics }) =>
        curveMetrics.flatMap((metric) =>
          (metrics[metric] ?? []).map(({ round, replicates, mean, low, high }) => [
            kind,
            setting,
            text,
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

/** Where an arm's distance and diversity go. */
function courseOf({ text, metrics: { frechet, frechetToReference, classVariance }, arm }: CurveSummary): string {
  const course = (points: CurveSummary['metrics']['frechet']) =>
    points === undefined ? 'not observed' : `from ${short(points[0]!.mean)} to ${short(points.at(-1)!.mean)}`;
  const rounds = frechet?.at(-1);
  const reference = isBiased(arm) ? `, to the verifier’s reference ${course(frechetToReference)}` : '';
  return (
    `${text}: FD ${course(frechet)}${reference}, class variance ${course(classVariance)}` +
    `${rounds === undefined ? '' : ` after ${counted(rounds.round, 'round')} (${counted(rounds.replicates, 'replicate')})`}.`
  );
}
