import type { TopLevelSpec } from 'vega-lite';
import type { Figure } from './figure.ts';

/** A figure before it is drawn. Its pictures are Vega-Lite specifications: plain data, made without a library. */
export interface FigureSpecification extends Omit<Figure, 'pictures'> {
  readonly pictures: readonly { readonly spec: TopLevelSpec; readonly alternative: string }[];
}

/** A panel of a picture. */
export type Panel = Extract<TopLevelSpec, { hconcat: unknown }>['hconcat'][number];

/** A layer of a panel. */
export type Layer = Extract<Panel, { layer: unknown }>['layer'][number];
