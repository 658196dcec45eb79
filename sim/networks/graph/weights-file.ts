import { createHash } from 'node:crypto';
import type { Weights } from '../engine.ts';
import type { Model } from './model.ts';

/** First bytes of a file of weights; the digit is the version of the layout. */
const MAGIC = 'claimcheck weights 1\n';

/** Bytes of the SHA-256 digest at the end. */
const DIGEST_BYTES = 32;

/** A file of weights is damaged, or is not one of this model. */
export class WeightsFileError extends Error {
  override readonly name = 'WeightsFileError';
}

/**
 * Weights as portable bytes: a magic line, a line of JSON with the model's name and the parameters' names and shapes, the
 * weights as little-endian floats, and the SHA-256 of all that.
 * @throws RangeError when the weights are not as many as the model's.
 */
export function saveWeights(weights: Weights, model: Model): Uint8Array {
  if (weights.length !== model.size) {
    throw new RangeError(`the model "${model.name}" has ${model.size} weights, not ${weights.length}`);
  }
  const head = new TextEncoder().encode(headOf(model));
  const bytes = new Uint8Array(head.length + 4 * model.size + DIGEST_BYTES);
  bytes.set(head);
  const view = new DataView(bytes.buffer, head.length);
  weights.forEach((weight, i) => {
    view.setFloat32(4 * i, weight, true);
  });
  const content = bytes.subarray(0, -DIGEST_BYTES);
  bytes.set(digestOf(content), content.length);
  return bytes;
}

/**
 * The weights that saveWeights wrote for this model.
 * @throws WeightsFileError when the bytes are no such file, are damaged or cut short, or belong to another model.
 */
export function loadWeights(bytes: Uint8Array, model: Model): Weights {
  const text = new TextDecoder('latin1');
  if (text.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new WeightsFileError(`not a file of weights: it does not start with "${MAGIC.trimEnd()}"`);
  }
  const content = bytes.subarray(0, Math.max(0, bytes.length - DIGEST_BYTES));
  if (!Buffer.from(digestOf(content)).equals(bytes.subarray(content.length))) {
    throw new WeightsFileError(
      `the weights are damaged or cut short: ${bytes.length} bytes do not match their checksum`,
    );
  }
  const head = new TextEncoder().encode(headOf(model));
  if (!Buffer.from(head).equals(content.subarray(0, head.length))) {
    const found = new TextDecoder().decode(content.subarray(MAGIC.length, content.indexOf(10, MAGIC.length)));
    throw new WeightsFileError(`the weights are those of another model: ${found}, not ${describe(model)}`);
  }
  const view = new DataView(content.buffer, content.byteOffset + head.length);
  return Float32Array.from({ length: model.size }, (_, i) => view.getFloat32(4 * i, true));
}

const headOf = (model: Model): string => `${MAGIC}${describe(model)}\n`;

function describe({ name, size, parameters }: Model): string {
  const shapes = parameters.map((parameter) => [parameter.name, parameter.rows, parameter.columns]);
  return JSON.stringify({ model: name, size, parameters: shapes });
}

const digestOf = (content: Uint8Array): Uint8Array => createHash('sha256').update(content).digest();
