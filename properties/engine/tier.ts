/** How much a run spends. A suite's own tiers may say more. */
export interface Tier {
  readonly name: string;
  /** What it costs, in a few words for `--help`. */
  readonly cost: string;
  /** Indifference zone as a share of the predicted value or effect. */
  readonly indifference: number;
  /** Factor on each claim's number of draws. */
  readonly draws: number;
}
