import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import schema from '../../../properties/verified-retraining/figure-data/schema.json' with { type: 'json' };
import { root } from '../../schema/from-types.ts';
import { figureData, landscape } from '../testing/figure-data.ts';
import { schemas } from './schemas.ts';

const validate = new Ajv({ allowUnionTypes: true }).compile(schema.observation);

test('the committed schema is that of the types (npm run schema makes it so)', () => {
  for (const [path, text] of Object.entries(schemas())) expect(readFileSync(join(root, path), 'utf8'), path).toBe(text);
});

test('the data of every figure match it', () => {
  for (const record of figureData) expect(validate(record)).toBe(true);
});

test.each([
  ['of an unknown figure', { ...landscape, figure: 'unheard-of' }],
  ['without a field', { ...landscape, cells: undefined }],
  ['with a field too many', { ...landscape, extra: 1 }],
])('data %s do not match it', (_, record) => {
  expect(validate(JSON.parse(JSON.stringify(record)))).toBe(false);
});
