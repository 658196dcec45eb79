import type { Report } from '../model/report.ts';
import { counted, short } from '../wording/numbers.ts';
import { marginalsPicture } from './domain-marginals.ts';
import { regimesPicture } from './domain-strata.ts';
import { shortened } from './shortened.ts';
import type { Sketch } from './specification.ts';

/** Where the domains of the claims were sampled: their regimes, and the marginals of what their settings have in common. */
export function domain({ claims, samples, counts }: Report): Sketch | null {
  const drawn = claims.filter(({ draws, regimes }) => draws > 0 && Object.keys(regimes).length > 0);
  if (drawn.length === 0) return null;
  const regimes = drawn.flatMap(({ id, regimes: exercised }) =>
    Object.entries(exercised).map(([regime, draws]) => ({ id, regime, draws })),
  );
  const missed = regimes.filter(({ draws }) => draws === 0);
  const known = drawn.map(({ id }) => id);
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
      'A claim is said to hold on a domain, and says nothing beyond it. Above: the regimes that each domain promises to exercise, with the draws that lie in them; ' +
      'the bar is their share of the claim’s draws, and a regime that no draw lies in is crossed out, which leaves the claim undecided. ' +
      'Below: the marginals of the settings that were drawn, claim by claim: line from the least to the greatest, bar over the middle half, point at the median.',
    pictures: [
      {
        spec: regimesPicture(drawn),
        alternative:
          `${counted(regimes.length, 'regime')} of ${counted(drawn.length, 'claim')}, ${counted(counts.draws, 'draw')}. ` +
          (missed.length === 0
            ? 'Every regime was exercised.'
            : `Not exercised: ${missed.map(({ id, regime }) => `${shortened(regime, 40)} of ${shortened(id, 40)}`).join('; ')}.`),
      },
      ...(samples.length === 0
        ? []
        : [{ spec: marginalsPicture(ordered, known), alternative: `Settings that were drawn: ${ranges.join('; ')}.` }]),
    ],
    data: {
      header: [
        'claim',
        'regime or quantity',
        'draws or values',
        'least',
        'lower quartile',
        'median',
        'upper quartile',
        'greatest',
      ],
      rows: [
        ...regimes.map(({ id, regime, draws }) => [id, regime, draws, null, null, null, null, null]),
        ...ordered.flatMap(({ symbol, marginals }) =>
          marginals.map(({ claim, values, quantiles }) => [claim, symbol, values, ...quantiles]),
        ),
      ],
    },
  };
}
