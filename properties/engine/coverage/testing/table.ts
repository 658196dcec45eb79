/** A table that is made while the module loads. */
export const squares = table(3);

function table(size: number): number[] {
  // at load
  const square = (value: number) => value ** 2; // at load
  return Array.from({ length: size }, (_, index) => square(index)); // at load
}

export function lookUp(index: number): number {
  // by none
  return squares[index]!; // by none
}
