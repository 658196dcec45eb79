import type { ValidateFunction } from 'ajv';

/** Where and how data do not match a schema, as a phrase: the deepest of the errors. `validate` has just refused the data. */
export function schemaErrorText({ errors }: ValidateFunction): string {
  const depth = (path: string) => path.split('/').length;
  const worst = errors?.reduce((best, each) => (depth(each.instancePath) >= depth(best.instancePath) ? each : best));
  if (worst === undefined) return 'it does not match the schema';
  const { instancePath, keyword, message, params } = worst;
  const named = keyword === 'additionalProperties' ? ` (${params.additionalProperty})` : '';
  const expected = keyword === 'const' ? ` ${JSON.stringify(params.allowedValue)}` : '';
  return `${instancePath || 'it'} ${message}${expected}${named}`;
}
