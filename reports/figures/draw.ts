import { parse, textMetrics, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { config } from './theme.ts';
import { tidySvg } from './tidy-svg.ts';

declare module 'vega' {
  /** How Vega measures text, exported but not declared by it. */
  const textMetrics: { width: (item: { readonly fontSize?: number }, text: string) => number };
}

/** Mean width of a letter of a sans-serif font, in font sizes: of English text in Helvetica and Arial 0.5, in DejaVu Sans 0.58. */
const LETTER = 0.58;

// Without a canvas Vega takes every letter to be 0.8 font sizes wide, which leaves holes beside labels and drops labels that fit.
textMetrics.width = ({ fontSize = 11 }, text) => LETTER * fontSize * `${text ?? ''}`.length;

/**
 * A picture as SVG, the same bytes for the same specification. This module loads Vega, which takes a second: import it late.
 * @param id what the picture's own ids begin with: pictures of one page must not share it
 * @throws Error when Vega-Lite objects to the specification: the picture would not be what is meant.
 */
export async function draw(spec: TopLevelSpec, id: string): Promise<string> {
  // Vega numbers the objects that it is given as data. It gets a copy, so that the report stays as it is.
  const { spec: compiled } = compile({ ...structuredClone(spec), config } as TopLevelSpec, { logger });
  const view = new View(parse(compiled), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return tidySvg(svg, id);
}

const object = (...objections: readonly unknown[]): never => {
  throw new Error(`a figure's specification: ${objections.join(' ')}`);
};

const logger = {
  level: () => logger,
  error: object,
  warn: object,
  info: () => logger,
  debug: () => logger,
};
