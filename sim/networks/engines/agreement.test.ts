import fc from 'fast-check';
import { describe, test } from 'vitest';
import { keyedStream } from '../../random/stream.ts';
import type { Model } from '../graph/model.ts';
import { autoencoder, classifier, discriminator } from '../graph/testing/models.ts';
import { openEngine } from './index.ts';
import { type Agreement, agreement } from './testing/agreement.ts';

const PIXELS = 196;
const CLASSES = 10;

/** Eight products, forward and backward, of up to 206 terms each, in the largest of the models: the autoencoder. */
const engines = agreement(await openEngine('onnx'), await openEngine('tfjs'), 8 * (PIXELS + CLASSES));

/** Widths around multiples of the blocks of 8, 16 and 48 columns in which the products are computed. */
const width = fc.constantFrom(1, 5, 7, 8, 9, 15, 16, 17, 31, 33, 47, 48, 49, 60);
const models: readonly (readonly [string, fc.Arbitrary<Model>])[] = [
  [
    'autoencoders',
    fc
      .tuple(width, fc.integer({ min: 1, max: 20 }))
      .map(([hidden, latent]) => autoencoder(PIXELS, hidden, latent, CLASSES)),
  ],
  [
    'discriminators',
    fc
      .tuple(fc.integer({ min: 1, max: PIXELS }), fc.array(width, { minLength: 1, maxLength: 3 }))
      .map(([pixels, hidden]) => discriminator(pixels, hidden)),
  ],
  ['classifiers', fc.tuple(width, width).map(([inputs, hidden]) => classifier(inputs, hidden, CLASSES))],
];

describe.each(models)('on %s the engines agree', (_, model) => {
  const cases = fc.record({ model, rows: fc.integer({ min: 1, max: 40 }), seed: fc.nat() });
  /** Few cases, because each opens sessions of its own. Other cases are drawn each time that the test runs. */
  const check = (agrees: Agreement[keyof Agreement]) =>
    fc.assert(
      fc.asyncProperty(cases, ({ model, rows, seed }) => agrees(model, rows, keyedStream(seed, 'agreement', 0, 0))),
      { numRuns: 5 },
    );

  test('in loss and gradient', () => check(engines.inLossAndGradient));
  test('in ten training steps', () => check(engines.inTrainingSteps));
  test('in every output, for any number of rows', () => check(engines.inOutputs));
});
