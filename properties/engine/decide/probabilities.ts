/** @throws RangeError that names the first of the given values that is no probability in (0, 1). */
export function requireProbabilities(values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (!(value > 0 && value < 1)) throw new RangeError(`${name} = ${value}: a probability in (0, 1) is needed`);
  }
}
