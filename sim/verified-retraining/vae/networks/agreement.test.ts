import { describe, test } from 'vitest';
import { openEngine } from '../../../networks/engines/index.ts';
import { agreement } from '../../../networks/engines/testing/agreement.ts';
import { keyedStream } from '../../../random/stream.ts';
import { cvae } from './cvae.ts';
import { discriminator } from './discriminator.ts';

/** Eight products, forward and backward, of up to 206 terms each: 14 × 14 pixels and ten labels. */
const engines = agreement(await openEngine('onnx'), await openEngine('tfjs'), 8 * 206);

describe.each([
  ['the generator', cvae({ side: 14, hidden: 51, latent: 3 })],
  ['the verifier', discriminator(14, [33, 9])],
])('on %s the engines agree', (_, model) => {
  const stream = () => keyedStream(1, 'agreement', 0, 0);
  test('in loss and gradient', () => engines.inLossAndGradient(model, 17, stream()));
  test('in ten training steps', () => engines.inTrainingSteps(model, 17, stream()));
  test('in every output, for any number of rows', () => engines.inOutputs(model, 17, stream()));
});
