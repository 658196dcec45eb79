/** Interpolation on [−halfWidth, halfWidth] from values at the Chebyshev nodes of the first kind, which ascend and are antisymmetric. */
export class ChebyshevInterpolation {
  readonly nodes: Float64Array;
  readonly #barycentric: Float64Array;
  readonly #terms: Float64Array;

  constructor(halfWidth: number, order: number) {
    const angle = (i: number) => (Math.PI * (order - 1 - 2 * i)) / (2 * order);
    this.nodes = Float64Array.from({ length: order }, (_, i) => -halfWidth * Math.sin(angle(i)));
    this.#barycentric = Float64Array.from({ length: order }, (_, i) => (i % 2 === 0 ? 1 : -1) * Math.cos(angle(i)));
    this.#terms = new Float64Array(order);
  }

  /**
   * Adds weight·ℓ_i(y) to row[offset + i] for every node i, ℓ_i being the Lagrange polynomial of that node. This adds weight·g(y) to
   * Σ row·g(nodes). Barycentric formula of the second kind (Berrut & Trefethen 2004).
   */
  addPoint(row: Float64Array, offset: number, y: number, weight: number): void {
    const terms = this.#terms;
    let sum = 0;
    for (let i = 0; i < terms.length; i++) {
      const distance = y - this.nodes[i]!;
      if (distance === 0) {
        row[offset + i]! += weight;
        return;
      }
      terms[i] = this.#barycentric[i]! / distance;
      sum += terms[i]!;
    }
    const scale = weight / sum;
    for (let i = 0; i < terms.length; i++) row[offset + i]! += scale * terms[i]!;
  }
}
