/** As much of WebAssembly's interface as is used here: the types of the language come with it for browsers alone. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  instantiate(
    bytes: Uint8Array,
    imports: Readonly<Record<string, Readonly<Record<string, object>>>>,
  ): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>;
};

/** WebAssembly allots memory by 64 KiB. */
const PAGE = 2 ** 16;

/** A function and the memory that it works on. */
export interface WasmInstance {
  readonly memory: ArrayBuffer;
  run(...values: readonly number[]): void;
}

/**
 * Loads a module that moduleOf gave, with a memory of its own of at least that many bytes, all zero.
 * @throws RangeError when there is no such memory.
 */
export async function instantiate(module: Uint8Array, bytes: number): Promise<WasmInstance> {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { instance } = await WebAssembly.instantiate(module, { host: { memory } });
  return { memory: memory.buffer, run: instance.exports.run as WasmInstance['run'] };
}
