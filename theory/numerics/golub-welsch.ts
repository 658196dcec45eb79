/**
 * Turns the Jacobi matrix of a probability measure into its Gauss rule (Golub & Welsch 1969): the nodes are the eigenvalues, the weights
 * the squared first components of the normalized eigenvectors. Implicit QL that follows only the first row of the eigenvectors, in place
 * and without allocating.
 * @param diagonal α_0 … α_{order−1} of the recurrence; on return the nodes, in no order.
 * @param offDiagonal √β_1 … √β_{order−1}, with room for one more entry; destroyed.
 * @param weights on return the weights, of sum 1.
 * @throws RangeError when the matrix holds a NaN or an infinity.
 */
export function golubWelsch(
  order: number,
  diagonal: Float64Array,
  offDiagonal: Float64Array,
  weights: Float64Array,
): void {
  weights.fill(0, 0, order);
  weights[0] = 1;
  offDiagonal[order - 1] = 0;
  for (let first = 0; first < order; first++) {
    for (let sweeps = 0; ; sweeps++) {
      const last = blockEnd(order, first, diagonal, offDiagonal);
      if (last === first) break;
      if (sweeps === SWEEPS) throw new RangeError('the Jacobi matrix has no finite eigenvalues');
      sweep(first, last, diagonal, offDiagonal, weights);
    }
  }
  for (let i = 0; i < order; i++) weights[i]! *= weights[i]!;
}

/** QL needs fewer than two sweeps for an eigenvalue; LAPACK gives up after 30. */
const SWEEPS = 30;

/** Where the unreduced block that starts at `first` ends: its last off-diagonal entry is lost in the rounding of its neighbours. */
function blockEnd(order: number, first: number, diagonal: Float64Array, offDiagonal: Float64Array): number {
  let last = first;
  while (last < order - 1) {
    const size = Math.abs(diagonal[last]!) + Math.abs(diagonal[last + 1]!);
    if (Math.abs(offDiagonal[last]!) <= Number.EPSILON * size) break;
    last++;
  }
  return last;
}

/** One implicit QL sweep with Wilkinson's shift over the block first … last, by plane rotations. */
function sweep(first: number, last: number, d: Float64Array, e: Float64Array, z: Float64Array): void {
  const half = (d[first + 1]! - d[first]!) / (2 * e[first]!);
  const root = Math.sqrt(half * half + 1);
  let bulge = d[last]! - d[first]! + e[first]! / (half + (half >= 0 ? root : -root));
  let sine = 1;
  let cosine = 1;
  let shift = 0;
  for (let i = last - 1; i >= first; i--) {
    const above = sine * e[i]!;
    const along = cosine * e[i]!;
    const length = Math.sqrt(above * above + bulge * bulge);
    e[i + 1] = length;
    if (length === 0) {
      // The block splits here: what is left is for the next sweep.
      d[i + 1]! -= shift;
      e[last] = 0;
      return;
    }
    sine = above / length;
    cosine = bulge / length;
    const base = d[i + 1]! - shift;
    const turn = (d[i]! - base) * sine + 2 * cosine * along;
    shift = sine * turn;
    d[i + 1] = base + shift;
    bulge = cosine * turn - along;
    const component = z[i + 1]!;
    z[i + 1] = sine * z[i]! + cosine * component;
    z[i] = cosine * z[i]! - sine * component;
  }
  d[first]! -= shift;
  e[first] = bulge;
  e[last] = 0;
}
