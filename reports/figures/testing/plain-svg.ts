import { expect } from 'vitest';
import type { Figure } from '../figure.ts';
import { WIDTH } from '../theme.ts';
import { readSvg } from './read-svg.ts';

const elements = ['svg', 'g', 'path', 'line', 'rect', 'text', 'defs', 'clipPath'];

const places = [
  'xmlns',
  'version',
  'width',
  'height',
  'viewBox',
  'transform',
  'd',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'id',
];

const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-miterlimit',
  'stroke-opacity',
  'opacity',
  'clip-path',
];

const letters = ['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor'];

const allowed = new Set([...elements, ...places, ...looks, ...letters]);

/** Expects of every picture that it fits the page, has no more than shapes and text, and refers to nothing outside itself. */
export function expectPlain(figures: readonly Figure[]): void {
  for (const { id, pictures } of figures) {
    for (const { svg } of pictures) {
      const { width, names } = readSvg(svg);
      expect(width, id).toBeLessThanOrEqual(WIDTH);
      expect(
        [...names].filter((name) => !allowed.has(name)),
        id,
      ).toEqual([]);
      expect(svg.match(/url\((?!#)/), id).toBeNull();
    }
  }
}
