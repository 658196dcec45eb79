/** Bytes of a piece of a WebAssembly module (WebAssembly Core Specification 2.0, chapter 5: binary format). */
export type Bytes = readonly number[];

/** Codes of the value types. */
export const TYPE = { i32: 0x7f, f32: 0x7d, f32x4: 0x7b } as const;

/** Reads the parameter or local variable with this index. */
export const local = (index: number): Bytes => [0x20, ...integer(index)];
/** Assigns to the parameter or local variable with this index. */
export const assign = (index: number, value: Bytes): Bytes => [...value, 0x21, ...integer(index)];

/** Operations on 32-bit integers, for addresses. A constant must be below 64, so that its code is one byte. */
export const i32 = {
  constant: (value: number): Bytes => [0x41, value],
  add: (a: Bytes, b: Bytes): Bytes => [...a, ...b, 0x6a],
  less: (a: Bytes, b: Bytes): Bytes => [...a, ...b, 0x49],
};

/** Operations on vectors of four floats. Addresses are multiples of 4 bytes. */
export const f32x4 = {
  bytes: 16,
  constant: (value: number): Bytes => f32x4.splat([0x43, ...new Uint8Array(Float32Array.of(value).buffer)]),
  splat: (a: Bytes): Bytes => [...a, ...vector(0x13)],
  load: (address: Bytes): Bytes => [...address, ...vector(0x00), 2, 0],
  store: (address: Bytes, value: Bytes): Bytes => [...address, ...value, ...vector(0x0b), 2, 0],
  sqrt: (a: Bytes): Bytes => [...a, ...vector(0xe3)],
  add: (a: Bytes, b: Bytes): Bytes => [...a, ...b, ...vector(0xe4)],
  subtract: (a: Bytes, b: Bytes): Bytes => [...a, ...b, ...vector(0xe5)],
  multiply: (a: Bytes, b: Bytes): Bytes => [...a, ...b, ...vector(0xe6)],
  divide: (a: Bytes, b: Bytes): Bytes => [...a, ...b, ...vector(0xe7)],
};

/** Repeats the body for as long as the condition holds after it. */
export const repeatWhile = (condition: Bytes, ...body: readonly Bytes[]): Bytes => [
  ...[0x03, 0x40],
  ...body.flat(),
  ...condition,
  ...[0x0d, 0, 0x0b],
];

/** A module with one function, `run`, which returns nothing. Its memory is imported as `memory` from `host`. */
export function moduleOf(parameters: Bytes, locals: Bytes, body: Bytes): Uint8Array<ArrayBuffer> {
  const declared = locals.flatMap((type) => [1, type]);
  const code = [...integer(locals.length), ...declared, ...body, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, ...sized(parameters), 0]),
    ...section(2, [1, ...name('host'), ...name('memory'), 0x02, 0x00, 0]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('run'), 0x00, 0]),
    ...section(10, [1, ...sized(code)]),
  ]);
}

const vector = (code: number): Bytes => [0xfd, ...integer(code)];
const section = (id: number, content: Bytes): Bytes => [id, ...sized(content)];
const sized = (content: Bytes): Bytes => [...integer(content.length), ...content];
const name = (text: string): Bytes => sized([...new TextEncoder().encode(text)]);

/** Unsigned LEB128: seven bits a byte, the lowest first. The top bit is set in all bytes but the last. */
function integer(value: number): Bytes {
  return value < 128 ? [value] : [(value % 128) + 128, ...integer(Math.floor(value / 128))];
}
