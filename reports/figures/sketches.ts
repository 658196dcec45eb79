import type { Report } from '../report.ts';
import { domain } from './domain.ts';
import { evidence } from './evidence.ts';
import { killMatrix } from './kill-matrix.ts';
import { landscape } from './landscape.ts';
import { regimes } from './regimes.ts';
import { retraining } from './retraining.ts';
import type { Sketch } from './sketch.ts';
import { trajectories } from './trajectories.ts';
import { transferMap } from './transfer-map.ts';

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
