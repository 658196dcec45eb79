import type { DigitsKind } from '../../../sim/digits/digits.ts';
import { mnistDirectory } from '../../../sim/digits/source.ts';
import type { Engine } from '../../../sim/networks/engine.ts';
import type { Equipment } from '../../engine/kinds/replicated-runs/laboratory.ts';
import type { Tier } from '../../engine/tier.ts';
import { digitsOf } from './population.ts';

/** What retraining is done with, where not as usual. */
export interface EquipmentOptions {
  readonly engine?: Engine['name'];
  /** Directory of MNIST; that of CLAIMCHECK_MNIST when absent, none when neither is given. */
  readonly mnist?: string;
  /** Kinds of digits; those of the tier when absent. */
  readonly digits?: readonly DigitsKind[];
  /** Address of the module that opens the laboratory; that of real runs when absent. */
  readonly laboratory?: string;
}

/**
 * The equipment of real runs at a tier.
 */
export function equipmentOf(tier: Tier, options: EquipmentOptions = {}): Equipment {
  const { laboratory } = options;
  const mnist = mnistDirectory(options.mnist);
  return {
    ...(laboratory === undefined ? {} : { laboratory }),
    engine: options.engine ?? 'onnx',
    digits: options.digits ?? digitsOf(tier, mnist !== undefined),
    ...(mnist === undefined ? {} : { mnist }),
  };
}
