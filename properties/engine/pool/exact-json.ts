import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';

/** Data in JSON: as they are where JSON keeps them exactly, else as the bytes of a structured clone, in base64. */
export type ExactJson = { readonly json: unknown } | { readonly clone: string };

/** Data as JSON can keep them exactly. JSON alone turns −0 into 0 and infinities into null, and loses undefined and the types of arrays. */
export function toExactJson(data: unknown): ExactJson {
  const text = JSON.stringify(data);
  if (text !== undefined && isDeepStrictEqual(JSON.parse(text), data)) return { json: data };
  return { clone: serialize(data).toString('base64') };
}

/** The data that toExactJson was given. */
export function ofExactJson(exact: ExactJson): unknown {
  return 'json' in exact ? exact.json : deserialize(Buffer.from(exact.clone, 'base64'));
}
