/** A least-squares problem too close to singular to be solved. */
export class IllConditionedError extends Error {
  override readonly name = 'IllConditionedError';
}

/**
 * Least pivot, relative to its diagonal entry, that still leaves half of a double's digits in the solution:
 * rounding in the Gram matrix is ε of that entry, so its share of the pivot is ε/√ε = √ε.
 */
const LEAST_PIVOT = Math.sqrt(Number.EPSILON);

/**
 * Normal equations of a least-squares fit in p unknowns, solved by Cholesky in place. Allocates only when made.
 * Rows come one by one; nothing of size n is kept.
 */
export class LeastSquares {
  readonly dimension: number;
  readonly #gram: Float64Array;
  readonly #moment: Float64Array;

  constructor(dimension: number) {
    this.dimension = dimension;
    this.#gram = new Float64Array(dimension * dimension);
    this.#moment = new Float64Array(dimension);
  }

  /** Forgets all rows. */
  clear(): void {
    this.#gram.fill(0);
    this.#moment.fill(0);
  }

  /** Adds the row x (rows[offset … offset+p−1]) with its label y. */
  add(rows: Float64Array, offset: number, label: number): void {
    const { dimension } = this;
    const gram = this.#gram;
    const moment = this.#moment;
    for (let i = 0; i < dimension; i++) {
      const x = rows[offset + i]!;
      moment[i] = moment[i]! + x * label;
      for (let j = 0; j <= i; j++) gram[i * dimension + j] = gram[i * dimension + j]! + x * rows[offset + j]!;
    }
  }

  /**
   * Writes the minimizer of Σ(y − xᵀθ)² into `solution` and spends the rows: call clear() before the next fit.
   * @throws IllConditionedError when the rows do not span the space to working precision.
   */
  solve(solution: Float64Array): void {
    const { dimension } = this;
    const gram = this.#gram;
    this.#factorize();
    solution.set(this.#moment);
    for (let i = 0; i < dimension; i++) {
      let value = solution[i]!;
      for (let j = 0; j < i; j++) value -= gram[i * dimension + j]! * solution[j]!;
      solution[i] = value / gram[i * dimension + i]!;
    }
    for (let i = dimension - 1; i >= 0; i--) {
      let value = solution[i]!;
      for (let j = i + 1; j < dimension; j++) value -= gram[j * dimension + i]! * solution[j]!;
      solution[i] = value / gram[i * dimension + i]!;
    }
  }

  /** Replaces the lower triangle of the Gram matrix by its Cholesky factor. */
  #factorize(): void {
    const { dimension } = this;
    const gram = this.#gram;
    for (let i = 0; i < dimension; i++) {
      for (let j = 0; j <= i; j++) {
        const entry = gram[i * dimension + j]!;
        let value = entry;
        for (let k = 0; k < j; k++) value -= gram[i * dimension + k]! * gram[j * dimension + k]!;
        if (j < i) {
          gram[i * dimension + j] = value / gram[j * dimension + j]!;
          continue;
        }
        if (!(value > LEAST_PIVOT * entry)) {
          throw new IllConditionedError(
            `rows do not span all ${dimension} directions: pivot ${i} is ${value} of ${entry}; more samples a round are needed`,
          );
        }
        gram[i * dimension + i] = Math.sqrt(value);
      }
    }
  }
}
