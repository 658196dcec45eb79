import type { FigureData } from '../../engine/kinds/figure-data/figure.ts';
import { landscape } from './landscape.ts';
import { regimes } from './regimes.ts';
import { trajectories } from './trajectories.ts';
import { transferMap } from './transfer-map.ts';

/** The data of this suite's figures, in the order of the report. */
export const figures: readonly FigureData[] = [landscape, trajectories, regimes, transferMap];
