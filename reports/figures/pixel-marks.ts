import type { Layer } from './specification.ts';

/** Marks that are placed in pixels from the upper left corner of their panel, for pictures that are tables more than plots. */

const pixels = <F extends string>(field: F) => ({ field, type: 'quantitative', scale: null, axis: null }) as const;

/** Encoding of marks whose data have x and y in pixels. */
export const placed = { x: pixels('x'), y: pixels('y') } as const;

/** A piece of a plane in pixels. */
export interface Box {
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly y2: number;
}

const spanned = { ...placed, x2: { field: 'x2' }, y2: { field: 'y2' } } as const;

/** Lines from corner to corner. */
export function rules(values: readonly Box[], color: string, strokeWidth = 1): Layer {
  return { data: { values: [...values] }, mark: { type: 'rule', color, strokeWidth }, encoding: spanned };
}

/** Filled rectangles. */
export function boxes(values: readonly Box[], color: string): Layer {
  return { data: { values: [...values] }, mark: { type: 'rect', color }, encoding: spanned };
}

/** A text and the place where its middle line starts. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Texts, from left to right unless said otherwise. */
export function labels(
  values: readonly Label[],
  look: {
    readonly align?: 'left' | 'center' | 'right';
    readonly angle?: number;
    readonly fontStyle?: string;
    readonly fontSize?: number;
  } = {},
): Layer {
  return {
    data: { values: [...values] },
    mark: { type: 'text', align: 'left', baseline: 'middle', ...look },
    encoding: { ...placed, text: { field: 'text', type: 'nominal' } },
  };
}
