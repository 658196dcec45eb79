/** A straight line's slope by least squares, and its standard error by the residuals; null for two points. */
export interface Slope {
  readonly slope: number;
  readonly error: number | null;
}

/** The slope of y over x. @throws RangeError for fewer than two points, or as many x as y are not given. */
export function slopeOf(x: readonly number[], y: readonly number[]): Slope {
  if (x.length < 2 || x.length !== y.length) throw new RangeError(`no line through ${x.length} x and ${y.length} y`);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleX, middleY] = [mean(x), mean(y)];
  const squares = x.reduce((sum, value) => sum + (value - middleX) ** 2, 0);
  const slope = x.reduce((sum, value, i) => sum + (value - middleX) * (y[i]! - middleY), 0) / squares;
  const residuals = y.reduce((sum, value, i) => sum + (value - middleY - slope * (x[i]! - middleX)) ** 2, 0);
  return { slope, error: x.length === 2 ? null : Math.sqrt(residuals / (x.length - 2) / squares) };
}

/** The power with which y grows in x: the slope of ln y over ln x. */
export function powerOf(x: readonly number[], y: readonly number[]): Slope {
  return slopeOf(x.map(Math.log), y.map(Math.log));
}

/** The mean of values, and its standard error. */
export function meanOf(values: readonly number[]): Slope {
  const slope = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - slope) ** 2, 0);
  return { slope, error: values.length < 2 ? null : Math.sqrt(squares / (values.length - 1) / values.length) };
}
