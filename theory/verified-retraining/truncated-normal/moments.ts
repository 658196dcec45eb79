/** Z ~ N(0, 1) truncated to a window. Dimensionless. */
export interface TruncatedNormalMoments {
  /** log(Φ(β) − Φ(α)): the log-probability that an untruncated Z falls into the window. */
  readonly logMass: number;
  /** m₁ = E Z. */
  readonly mean: number;
  /** m₂ = Var Z. */
  readonly variance: number;
  /** m₃ = E(Z − m₁)³. */
  readonly thirdCentral: number;
}

/** The moments with the fourth and fifth cumulants, κ₄ and κ₅. */
export interface TruncatedNormalShape extends TruncatedNormalMoments {
  readonly fourthCumulant: number;
  readonly fifthCumulant: number;
}
