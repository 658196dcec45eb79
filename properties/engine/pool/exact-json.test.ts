import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ExactJson, ofExactJson, toExactJson } from './exact-json.ts';

const throughText = (data: unknown) => ofExactJson(JSON.parse(JSON.stringify(toExactJson(data))) as ExactJson);

test('data come back exactly, whatever they hold', () => {
  const number = fc.oneof(fc.double(), fc.constantFrom(-0, Number.NaN, Infinity, -Infinity, 5e-324));
  const leaf = fc.oneof(number, fc.string(), fc.boolean(), fc.constantFrom(null, undefined), fc.float64Array());
  const data = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('tree')),
      fc.dictionary(fc.string(), tie('tree'), { noNullPrototype: true }),
    ),
  })).tree;
  fc.assert(fc.property(data, (value) => isDeepStrictEqual(throughText(value), value)));
});

test.each([[{ margin: -0 }], [[Infinity]], [{ by: undefined }], [Float32Array.of(1)], [Number.NaN], [undefined]])(
  '%j, which JSON alone would change, comes back as it was',
  (data) => {
    expect(throughText(data)).toStrictEqual(data);
    expect(JSON.stringify(data) === undefined || 'clone' in toExactJson(data)).toBe(true);
  },
);

test('what JSON keeps is kept as JSON, which a person can read', () => {
  expect(toExactJson({ mean: 0.1, by: null })).toEqual({ json: { mean: 0.1, by: null } });
});
