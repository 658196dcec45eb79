import type { FigureSpecification } from '../../figures/specification.ts';
import type { Report } from '../../model/report.ts';
import { counted, percent, short } from '../../wording/numbers.ts';
import { dataOf } from './figure-data.ts';
import { type Agreement, agreementOf, landscapeMaps } from './landscape-maps.ts';

/** One round over bias × selectivity: theory, simulation, and whether they agree in sign. */
export function landscape(report: Report): FigureSpecification | null {
  const found = dataOf(report, 'landscape');
  if (found === undefined || found.cells.length === 0) return null;
  const { cells, kept, realSamples, replicates } = found;
  const share = (wanted: Agreement) => cells.filter((cell) => agreementOf(cell) === wanted).length / cells.length;
  const better = cells.filter(({ leadingOrder }) => leadingOrder < 0);
  const best = cells.reduce((a, b) => (b.mean < a.mean ? b : a));
  const worst = cells.reduce((a, b) => (b.mean > a.mean ? b : a));
  const counts = `${cells.length} cells: the simulated sign is that of the theorem in ${percent(share('same sign'))}, the other one in ${percent(share('other sign'))}, and not decided in ${percent(share('interval covers 0'))}`;
  return {
    id: 'landscape',
    title: 'One verified round over bias and selectivity',
    caption:
      `Error after one verified round over the error of the fit to the real data, MSE(θ̂₁)/MSE(θ̂₀), for p = 1, σ = 1, ` +
      `n₀ = ${realSamples}, n₁ = ${kept}, ${counted(replicates, 'replicate')} a cell. Purple: the round improves; orange with a cross: it makes things worse. ` +
      `The line is Δ*(r), the bias up to which a round improves to leading order; where it is missing, no bias does. ` +
      `Right: where the 95 % interval of the simulated change leaves out 0, whether its sign is that of the theorem. ` +
      `Where it covers 0 nothing can be said: that should be along the boundary, where the effect is smallest.`,
    pictures: [
      {
        spec: landscapeMaps(found),
        alternative:
          `Three maps of the error after one round over the error before, bias Δ/σ across, radius r/σ up. ${counts}. ` +
          `By the theorem the error falls in ${percent(better.length / cells.length)} of the cells. ` +
          `The best simulated change is ${change(best.mean)} at Δ/σ = ${short(best.bias)}, r/σ = ${short(best.radius)}; ` +
          `the worst ${change(worst.mean)} at Δ/σ = ${short(worst.bias)}, r/σ = ${short(worst.radius)}.`,
      },
    ],
    data: {
      header: ['Δ/σ', 'r/σ', 'theorem', 'exact', 'simulated', 'low', 'high', 'sign'],
      rows: cells.map((cell) => [
        cell.bias,
        cell.radius,
        cell.leadingOrder,
        cell.exact,
        cell.mean,
        cell.low,
        cell.high,
        agreementOf(cell),
      ]),
    },
  };
}

const change = (relative: number) => `${relative < 0 ? '−' : '+'}${percent(Math.abs(relative))}`;
