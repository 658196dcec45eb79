import type { TopLevelSpec } from 'vega-lite';
import type { Figure } from './figure.ts';

/** A figure before it is drawn: its pictures are Vega-Lite specifications, plain data that no library was needed for. */
export interface Sketch extends Omit<Figure, 'pictures'> {
  readonly pictures: readonly { readonly spec: TopLevelSpec; readonly alternative: string }[];
}

/** A panel of a picture. */
export type Panel = Extract<TopLevelSpec, { hconcat: unknown }>['hconcat'][number];

/** A layer of a panel. */
export type Layer = Extract<Panel, { layer: unknown }>['layer'][number];
