/** The rows of a least-squares fit do not determine its solution: their Gram matrix is singular or nearly so. */
export class IllConditionedError extends Error {
  override readonly name = 'IllConditionedError';
}

/**
 * Smallest allowed pivot, relative to its diagonal entry. It leaves half of a double's digits in the solution: the rounding error of the
 * Gram matrix is ε of the diagonal entry, so it is ε/√ε = √ε of the pivot.
 */
const LEAST_PIVOT = Math.sqrt(Number.EPSILON);

/**
 * A least-squares fit in p unknowns by the normal equations, solved by a Cholesky decomposition in place. Only the constructor allocates
 * memory. Rows are added in blocks and are not kept.
 */
export class LeastSquares {
  readonly dimension: number;
  /** Lower triangle of the Gram matrix of [X y], row-major: its last row is Xᵀy. */
  readonly #gram: Float64Array;

  constructor(dimension: number) {
    this.dimension = dimension;
    this.#gram = new Float64Array((dimension + 1) ** 2);
  }

  /** Removes all rows. */
  clear(): void {
    this.#gram.fill(0);
  }

  /** Adds the first `count` of the rows (x, y), p+1 numbers each. */
  add(rows: Float64Array, count: number): void {
    const gram = this.#gram;
    const last = this.dimension;
    const stride = last + 1;
    const end = count * stride;
    // Four entries at a time are summed in registers, which avoids waiting for memory. At an odd end, two of the four are the same entry.
    for (let i = 0; i <= last; i += 2) {
      const below = Math.min(i + 1, last);
      for (let j = 0; j <= i; j += 2) {
        const right = Math.min(j + 1, last);
        let upperLeft = gram[i * stride + j]!;
        let upperRight = gram[i * stride + right]!;
        let lowerLeft = gram[below * stride + j]!;
        let lowerRight = gram[below * stride + right]!;
        for (let at = 0; at < end; at += stride) {
          const upper = rows[at + i]!;
          const lower = rows[at + below]!;
          upperLeft += upper * rows[at + j]!;
          upperRight += upper * rows[at + right]!;
          lowerLeft += lower * rows[at + j]!;
          lowerRight += lower * rows[at + right]!;
        }
        gram[i * stride + j] = upperLeft;
        gram[i * stride + right] = upperRight;
        gram[below * stride + j] = lowerLeft;
        gram[below * stride + right] = lowerRight;
      }
    }
  }

  /**
   * Writes the minimizer of Σ(y − xᵀθ)² into `solution`. This overwrites the Gram matrix: call clear() before the next fit.
   * @throws IllConditionedError when the rows do not span the space in double precision.
   */
  solve(solution: Float64Array): void {
    const { dimension } = this;
    const gram = this.#gram;
    const stride = dimension + 1;
    this.#factorize();
    for (let i = 0; i < dimension; i++) {
      let value = gram[dimension * stride + i]!;
      for (let j = 0; j < i; j++) value -= gram[i * stride + j]! * solution[j]!;
      solution[i] = value / gram[i * stride + i]!;
    }
    for (let i = dimension - 1; i >= 0; i--) {
      let value = solution[i]!;
      for (let j = i + 1; j < dimension; j++) value -= gram[j * stride + i]! * solution[j]!;
      solution[i] = value / gram[i * stride + i]!;
    }
  }

  /** Replaces the lower triangle of the Gram matrix by its Cholesky factor. */
  #factorize(): void {
    const { dimension } = this;
    const gram = this.#gram;
    const stride = dimension + 1;
    for (let i = 0; i < dimension; i++) {
      for (let j = 0; j <= i; j++) {
        const entry = gram[i * stride + j]!;
        let value = entry;
        for (let k = 0; k < j; k++) value -= gram[i * stride + k]! * gram[j * stride + k]!;
        if (j < i) {
          gram[i * stride + j] = value / gram[j * stride + j]!;
          continue;
        }
        if (!(value > LEAST_PIVOT * entry)) {
          throw new IllConditionedError(
            `rows do not span all ${dimension} directions: pivot ${i} is ${value} of ${entry}; more samples a round are needed`,
          );
        }
        gram[i * stride + i] = Math.sqrt(value);
      }
    }
  }
}
