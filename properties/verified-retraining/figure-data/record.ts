import type { Setting } from '../../../theory/verified-retraining/model.ts';
import type { Estimate, FigureDataRecord } from '../../engine/kinds/figure-data/record.ts';

/** The data of this suite's figures, as the evidence carries them. */
export type VerifiedRetrainingFigureData = Landscape | Trajectories | Regimes | TransferMap;

/** Relative change of the squared error in one round, (E‖θ̂₁−θ*‖² − baseline)/baseline, over bias × selectivity; p = 1, σ = 1 (Theorem 3.1). */
export interface Landscape extends FigureDataRecord {
  readonly figure: 'landscape';
  /** n₀ and the kept-set size of the round. */
  readonly realSamples: number;
  readonly kept: number;
  /** One cell for each pair of |Δ|/σ and r/σ. `leadingOrder` is Theorem 3.1 without its remainder. */
  readonly cells: readonly (Estimate & {
    readonly bias: number;
    readonly radius: number;
    readonly exact: number;
    readonly leadingOrder: number;
  })[];
  /** Δ*(r)/σ, the bias up to which one round improves; null where no bias does. */
  readonly boundary: readonly { readonly radius: number; readonly bias: number | null }[];
}

/** E‖θ̂_k−θ_c‖² by round, against the exact chain and the bound of Theorem 4.1. */
export interface Trajectories extends FigureDataRecord {
  readonly figure: 'trajectories';
  readonly series: readonly {
    readonly setting: Setting;
    readonly radius: number;
    /** In words: 'constant 100', 'linear 50 + 50 k'. */
    readonly schedule: string;
    /** Entry k: after k rounds. */
    readonly exact: readonly number[];
    readonly bound: readonly number[];
    readonly simulated: readonly Estimate[];
  }[];
}

/** E‖θ̂_k−θ*‖² by round in the three regimes and without a verifier. */
export interface Regimes extends FigureDataRecord {
  readonly figure: 'regimes';
  readonly series: readonly {
    readonly setting: Setting;
    /** In words: 'geometric 200 · 1.2^k'. */
    readonly schedule: string;
    /** The regime in the paper's words, or 'unverified'. */
    readonly regime: string;
    readonly exact: readonly number[];
    readonly simulated: readonly Estimate[];
  }[];
}

/** One coordinate's transfer map T, and rounds of retraining that follow it to θ_c. */
export interface TransferMap extends FigureDataRecord {
  readonly figure: 'transfer-map';
  readonly center: number;
  readonly truth: number;
  readonly radius: number;
  readonly noise: number;
  /** T on a grid, as predicted and as simulated: the mean of a round that starts at u. */
  readonly map: readonly (Estimate & { readonly u: number; readonly value: number })[];
  /** E θ̂_k of simulated runs, entry k after k rounds. */
  readonly path: readonly Estimate[];
}
