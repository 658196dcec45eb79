import type { Report } from '../model/report.ts';
import { landscape } from '../verified-retraining/figures/landscape.ts';
import { regimes } from '../verified-retraining/figures/regimes.ts';
import { retraining } from '../verified-retraining/figures/retraining.ts';
import { trajectories } from '../verified-retraining/figures/trajectories.ts';
import { transferMap } from '../verified-retraining/figures/transfer-map.ts';
import { domain } from './domain.ts';
import { evidence } from './evidence.ts';
import { killMatrix } from './kill-matrix.ts';
import type { Sketch } from './specification.ts';

/** Every figure that a report may have, in the order of the page. */
const makers: readonly ((report: Report) => Sketch | null)[] = [
  landscape,
  trajectories,
  regimes,
  transferMap,
  retraining,
  killMatrix,
  evidence,
  domain,
];

/** The figures of a report, not yet drawn: those whose data it has. */
export function sketches(report: Report): Sketch[] {
  return makers.map((make) => make(report)).filter((sketch) => sketch !== null);
}
