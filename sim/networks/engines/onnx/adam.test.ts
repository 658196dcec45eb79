import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adamOf } from './adam.ts';

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** Lengths around multiples of four entries, and around whole pages of memory. */
const lengths = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 4090, max: 4100 }));

const entries = (length: number) =>
  fc
    .array(fc.float({ noNaN: true, min: -1, max: 1 }), { minLength: 1, maxLength: 20 })
    .map((some) => Float32Array.from({ length }, (_, i) => some[i % some.length]! / (1 + i)));

const cases = lengths.chain((length) =>
  fc.record({
    weights: entries(length),
    gradients: fc.array(entries(length), { minLength: 1, maxLength: 4 }),
    rate: fc.double({ min: 1e-4, max: 0.1, noNaN: true }),
  }),
);

/** Compares entry by entry. A matcher would take long for thousands of entries. */
function expectSame(found: Float32Array, expected: Float32Array): void {
  const place = expected.findIndex((entry, i) => entry !== found[i]);
  expect([found.length, place, found[place]]).toEqual([expected.length, -1, undefined]);
}

test('Adam takes its steps according to their definition, with each operation rounded to single precision', async () => {
  const round = Math.fround;
  await fc.assert(
    fc.asyncProperty(cases, async ({ weights, gradients, rate }) => {
      const adam = await adamOf(weights.length);
      adam.weights.set(weights);
      const [w, m, v] = [weights.slice(), weights.map(() => 0), weights.map(() => 0)];
      gradients.forEach((gradient, step) => {
        const t = step + 1;
        const c = Math.sqrt((1 - BETA2) / (1 - BETA2 ** t));
        const corrected = round((rate * (1 - BETA1)) / (1 - BETA1 ** t) / c);
        adam.gradient.set(gradient);
        adam.step(rate, t);
        gradient.forEach((g, i) => {
          m[i] = round(round(BETA1) * m[i]!) + g;
          v[i] = round(round(BETA2) * v[i]!) + round(g * g);
          const deviation = round(round(Math.sqrt(v[i]!)) + round(EPSILON / c));
          w[i] = w[i]! - round(round(corrected * m[i]!) / deviation);
        });
        expectSame(adam.weights, w);
        expectSame(adam.first, m);
        expectSame(adam.second, v);
        expectSame(adam.gradient, gradient);
      });
    }),
  );
});

test('an entry with gradient zero does not change', async () => {
  const adam = await adamOf(5);
  adam.weights.fill(3);
  adam.step(0.1, 1);
  expect([...adam.weights]).toEqual([3, 3, 3, 3, 3]);
});
