import { assign, type Bytes, f32x4, i32, local, moduleOf, repeatWhile, TYPE } from './wasm-bytes.ts';

export const BETA1 = 0.9;
export const BETA2 = 0.999;

/**
 * A WebAssembly module with one function, `run`. Its arguments are the addresses of the weights, the moments M and V and the gradient g, the
 * address at which the weights end, the rate and epsilon. It handles four entries at a time: it replaces M by β₁M + g, V by β₂V + g², and the
 * weights w by w − rate · M/(√V + epsilon). Each operation rounds once, so that all machines compute the same bits.
 */
export function adamModule(): Uint8Array<ArrayBuffer> {
  const parameters = [TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32, TYPE.i32, TYPE.f32, TYPE.f32];
  const [weights, first, second, gradient, end, rate, epsilon] = [0, 1, 2, 3, 4, 5, 6] as const;
  const locals = [TYPE.f32x4, TYPE.f32x4, TYPE.f32x4];
  const [g, m, v] = [7, 8, 9] as const;
  const { add, subtract, multiply, divide, sqrt, load, store, constant, splat } = f32x4;
  const at = (address: number): Bytes => load(local(address));
  const step = divide(multiply(splat(local(rate)), local(m)), add(sqrt(local(v)), splat(local(epsilon))));
  const body = repeatWhile(
    i32.less(local(weights), local(end)),
    assign(g, at(gradient)),
    assign(m, add(multiply(constant(BETA1), at(first)), local(g))),
    assign(v, add(multiply(constant(BETA2), at(second)), multiply(local(g), local(g)))),
    store(local(first), local(m)),
    store(local(second), local(v)),
    store(local(weights), subtract(at(weights), step)),
    ...[weights, first, second, gradient].map((address) =>
      assign(address, i32.add(local(address), i32.constant(f32x4.bytes))),
    ),
  );
  return moduleOf(parameters, locals, body);
}
