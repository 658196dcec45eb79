import { mnistDirectory } from '../../sim/digits/source.ts';
import type { Engine } from '../../sim/vae/engine.ts';
import type { Tier } from '../tier.ts';
import type { Equipment } from './laboratory.ts';
import { digitsOf } from './population.ts';

/**
 * The equipment of real runs at a tier.
 * @param options.mnist directory of MNIST; that of CLAIMCHECK_MNIST when absent, none when neither is given.
 */
export function equipmentOf(
  tier: Tier,
  options: { readonly engine?: Engine['name']; readonly mnist?: string } = {},
): Equipment {
  const mnist = mnistDirectory(options.mnist);
  return {
    laboratory: new URL('./paper-laboratory.ts', import.meta.url).href,
    engine: options.engine ?? 'onnx',
    digits: digitsOf(tier, mnist !== undefined),
    ...(mnist === undefined ? {} : { mnist }),
  };
}
