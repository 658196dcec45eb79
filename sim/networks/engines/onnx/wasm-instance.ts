/** The part of WebAssembly's interface that is used here. TypeScript declares it only together with the types of browsers. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  instantiate(
    bytes: Uint8Array,
    imports: Readonly<Record<string, Readonly<Record<string, object>>>>,
  ): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>;
};

/** WebAssembly allocates memory in pages of 64 KiB. */
const PAGE_BYTES = 2 ** 16;

/** A function and the memory that it works on. */
export interface WasmInstance {
  readonly memory: ArrayBuffer;
  run(...values: readonly number[]): void;
}

/**
 * Loads a module that moduleOf made. Its memory has at least this number of bytes, all zero.
 * @throws RangeError when the memory cannot be allocated.
 */
export async function instantiate(module: Uint8Array, bytes: number): Promise<WasmInstance> {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
  const { instance } = await WebAssembly.instantiate(module, { host: { memory } });
  return { memory: memory.buffer, run: instance.exports.run as WasmInstance['run'] };
}
