import { adamModule, BETA1, BETA2 } from './adam-kernel.ts';
import { f32x4 } from './wasm-bytes.ts';
import { instantiate } from './wasm-instance.ts';

const EPSILON = 1e-8;

/** Adam's weights, moments and gradient: vectors of one length, zero at first. They never move in memory. */
export interface Adam {
  readonly weights: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly gradient: Float32Array;
  /** Takes the step t ≥ 1 with the present gradient, and overwrites weights and moments. */
  step(learningRate: number, t: number): void;
}

/**
 * Adam (Kingma & Ba 2015, algorithm 1) in one pass over the memory. The operators of an ONNX graph would need ten passes, a quarter of the time
 * of a training step. The moments are scaled, M = m/(1 − β₁) and V = v/(1 − β₂), so that two numbers contain all corrections of scale and bias:
 * with c = √((1 − β₂)/(1 − β₂ᵗ)), rate = learningRate·(1 − β₁)/(1 − β₁ᵗ)/c and epsilon = ε/c.
 * @throws RangeError when there is no memory for vectors of this length.
 */
export async function adamOf(length: number): Promise<Adam> {
  // The memory holds whole groups of four entries. Entries beyond the length are zero, and remain zero.
  const bytes = Math.ceil((length * Float32Array.BYTES_PER_ELEMENT) / f32x4.bytes) * f32x4.bytes;
  const { memory, run } = await instantiate(adamModule(), 4 * bytes);
  const [weights, first, second, gradient] = [0, bytes, 2 * bytes, 3 * bytes] as const;
  const vector = (address: number) => new Float32Array(memory, address, length);
  return {
    weights: vector(weights),
    first: vector(first),
    second: vector(second),
    gradient: vector(gradient),
    step(learningRate: number, t: number): void {
      const c = Math.sqrt((1 - BETA2) / (1 - BETA2 ** t));
      const rate = (learningRate * (1 - BETA1)) / (1 - BETA1 ** t) / c;
      run(weights, first, second, gradient, weights + bytes, rate, EPSILON / c);
    },
  };
}
