import { expect, test } from 'vitest';
import { streamFamily } from '../../../sim/random/stream.ts';
import { antithetic } from './antithetic.ts';

const family = streamFamily(1, 'antithetic', 0);
const trial = { stream: family.at, reflected: family.reflectedAt };

test('a pair is a run and its reflection: what is odd in the noise cancels, what is even stays', () => {
  const observe = antithetic(trial, 3, (stream, out) => {
    const z = stream.normal();
    out[0] = 2 + z;
    out[1] = z ** 2;
    out[2] = stream.uniform();
  });
  const out = new Float64Array(3);
  for (const replicate of [0, 1, 2]) {
    observe(replicate, out);
    const stream = family.at(replicate);
    const z = stream.normal();
    expect([...out]).toEqual([2, z ** 2, stream.uniform()]);
  }
});

test('pairs of different replicates differ', () => {
  const observe = antithetic(trial, 1, (stream, out) => {
    out[0] = stream.normal() ** 2;
  });
  const [first, second] = [new Float64Array(1), new Float64Array(1)];
  observe(0, first);
  observe(1, second);
  expect(second).not.toEqual(first);
});
