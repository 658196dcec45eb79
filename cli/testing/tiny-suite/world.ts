import { toss } from './simulator/coin.ts';
import { step } from './simulator/walk.ts';
import { expectedPayoff } from './theory/index.ts';

/** The theory and the simulators that claims hold against each other. */
export interface World {
  readonly theory: { readonly expectedPayoff: typeof expectedPayoff };
  readonly simulator: { readonly toss: typeof toss; readonly step: typeof step };
}

/** The theory as it is, and faithful simulators. */
export const world: World = { theory: { expectedPayoff }, simulator: { toss, step } };
