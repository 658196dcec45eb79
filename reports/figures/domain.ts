import type { Report } from '../model/report.ts';
import type { SuiteReports } from '../model/suite-reports.ts';
import { counted, short } from '../wording/numbers.ts';
import { marginalsPicture } from './domain-marginals.ts';
import { strataPicture } from './domain-strata.ts';
import { shortened } from './shortened.ts';
import type { FigureSpecification } from './specification.ts';

/** Where the domains of the claims were sampled: their strata, and the marginals of what their settings have in common. */
export function domain(
  { claims, samples, counts }: Report,
  { logarithmicQuantities }: Pick<SuiteReports, 'logarithmicQuantities'>,
): FigureSpecification | null {
  const decided = claims.filter(({ settings, strata }) => settings > 0 && Object.keys(strata).length > 0);
  if (decided.length === 0) return null;
  const strata = decided.flatMap(({ id, strata: exercised }) =>
    Object.entries(exercised).map(([stratum, settings]) => ({ id, stratum, settings })),
  );
  const missed = strata.filter(({ settings }) => settings === 0);
  const known = decided.map(({ id }) => id);
  const ordered = samples.map((sample) => ({
    ...sample,
    marginals: sample.marginals.toSorted((a, b) => known.indexOf(a.claim) - known.indexOf(b.claim)),
  }));
  const ranges = samples.map(({ symbol, marginals }) => {
    const least = Math.min(...marginals.map(({ quantiles }) => quantiles[0]));
    const greatest = Math.max(...marginals.map(({ quantiles }) => quantiles[4]));
    return `${symbol} from ${short(least)} to ${short(greatest)} in ${counted(marginals.length, 'claim')}`;
  });
  return {
    id: 'domain',
    title: 'Where the claims were looked at',
    caption:
      'A claim is said to hold on a domain, and says nothing beyond it. Above: the strata that each domain promises to exercise, with the settings that lie in them; ' +
      'the bar is their share of the claim’s settings. A stratum in which no setting lies is crossed out, and leaves the claim undecided. ' +
      'Below: the marginals of the settings, claim by claim: line from the least to the greatest, bar over the middle half, point at the median.',
    pictures: [
      {
        spec: strataPicture(decided),
        alternative:
          `${strataText(strata.length)} of ${counted(decided.length, 'claim')}, ${counted(counts.settings, 'setting')}. ` +
          (missed.length === 0
            ? 'Every stratum was exercised.'
            : `Not exercised: ${missed.map(({ id, stratum }) => `${shortened(stratum, 40)} of ${shortened(id, 40)}`).join('; ')}.`),
      },
      ...(samples.length === 0
        ? []
        : [
            {
              spec: marginalsPicture(ordered, known, logarithmicQuantities),
              alternative: `Settings: ${ranges.join('; ')}.`,
            },
          ]),
    ],
    data: {
      header: [
        'claim',
        'stratum or quantity',
        'settings or values',
        'least',
        'lower quartile',
        'median',
        'upper quartile',
        'greatest',
      ],
      rows: [
        ...strata.map(({ id, stratum, settings }) => [id, stratum, settings, null, null, null, null, null]),
        ...ordered.flatMap(({ symbol, marginals }) =>
          marginals.map(({ claim, values, quantiles }) => [claim, symbol, values, ...quantiles]),
        ),
      ],
    },
  };
}

const strataText = (count: number) => (count === 1 ? '1 stratum' : `${count} strata`);
