/** How figures look. People who see fewer colors can read them, and so can the reader of a grey print. */

/** The colors of Okabe and Ito, with Tol's wine in place of yellow, which cannot be seen on white: distinct under every common color blindness. */
export const colors = {
  black: '#000000',
  blue: '#0072b2',
  vermillion: '#d55e00',
  green: '#009e73',
  orange: '#e69f00',
  purple: '#cc79a7',
  sky: '#56b4e9',
  wine: '#882255',
  grey: '#767676',
} as const;

/** Grey is left to what series are compared with. */
const seriesColors = [
  colors.black,
  colors.blue,
  colors.vermillion,
  colors.green,
  colors.orange,
  colors.purple,
  colors.sky,
  colors.wine,
] as const;

/** Dash patterns, on and off in pixels. */
const seriesDashes = [
  [1, 0],
  [6, 3],
  [2, 2],
  [9, 3, 2, 3],
  [12, 4],
  [4, 1, 1, 1],
  [1, 3],
] as const;

/** Shapes of points. */
const seriesShapes = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'cross',
  'triangle-down',
  'triangle-right',
] as const;

/** How a series is drawn, wherever it is drawn. */
export interface SeriesLook {
  readonly color: string;
  readonly dash: number[];
  readonly shape: string;
}

/** The look of the series at a place in a row: colors repeat after eight, dashes and shapes after seven, all three after fifty-six. */
export function seriesLook(at: number): SeriesLook {
  return {
    color: seriesColors[at % seriesColors.length]!,
    dash: [...seriesDashes[at % seriesDashes.length]!],
    shape: seriesShapes[at % seriesShapes.length]!,
  };
}

/** Purple to orange, of ColorBrewer: four steps below the middle and four above it. */
export const diverging: readonly string[] = [
  '#542788',
  '#8073ac',
  '#b2abd2',
  '#d8daeb',
  '#fee0b6',
  '#fdb863',
  '#e08214',
  '#b35806',
];

/** Widest a picture may be, in pixels. */
export const WIDTH = 960;

/** Fonts that a reader's machine is likely to have, and that have mathematical letters or are completed by one that has. */
export const FONT = "Helvetica, Arial, 'DejaVu Sans', sans-serif";

/** What every picture has in common. */
export const config = {
  // The picture has one text alternative; a name for each of its thousand marks would bury it.
  aria: false,
  background: '#ffffff',
  padding: 6,
  axis: {
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelLimit: 0,
    titleLimit: 0,
    labelColor: '#222222',
    titleColor: '#222222',
    gridColor: '#e4e4e4',
    domainColor: '#666666',
    tickColor: '#666666',
    labelOverlap: 'greedy',
  },
  title: { fontSize: 13, anchor: 'start', frame: 'group', limit: 0, color: '#222222', fontWeight: 'bold' },
  header: { labelFontSize: 12, titleFontSize: 12, labelLimit: 0, labelColor: '#222222', labelFontWeight: 'bold' },
  legend: {
    labelFontSize: 12,
    titleFontSize: 12,
    labelLimit: 0,
    titleLimit: 0,
    titleFontWeight: 'normal',
    labelColor: '#222222',
    titleColor: '#222222',
    symbolStrokeWidth: 2,
    symbolSize: 80,
  },
  view: { stroke: '#bbbbbb' },
  line: { strokeWidth: 2 },
  text: { fontSize: 11, color: '#222222' },
} as const;
