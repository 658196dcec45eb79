import { expect, test } from 'vitest';
import { keyedStream } from '../../../random/stream.ts';
import { gate, pad, spread, sumColumns, sumRows } from '../../graph/adjoint-values.ts';
import * as build from '../../graph/build.ts';
import type { Value } from '../../graph/operation.ts';
import { compute } from './compute.ts';
import { loadTensorFlow } from './load.ts';

const { tf } = await loadTensorFlow();
const stream = keyedStream(1, 'tfjs-compute', 0, 0);

/** Wider than the blocks of 48 columns in which wasm computes products. */
const [ROWS, COLUMNS, INNER] = [50, 53, 70];
type Matrix = number[][];
const random = (rows: number, columns: number): Matrix =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => Math.fround(2 * stream.normal())));
const a = random(ROWS, COLUMNS);
// The value at which the gate closes.
a[0]![0] = 0;
const b = random(ROWS, COLUMNS);
const row = random(1, COLUMNS);
const column = random(ROWS, 1);
const [left, right] = [random(ROWS, INNER), random(INNER, COLUMNS)];

const transpose = (x: Matrix): Matrix => x[0]!.map((_, j) => x.map((r) => r[j]!));
const product = (x: Matrix, y: Matrix): Matrix =>
  x.map((r) => transpose(y).map((c) => r.reduce((sum, value, i) => sum + value * c[i]!, 0)));
const each = (f: (x: number, i: number, j: number) => number): Matrix => a.map((r, i) => r.map((x, j) => f(x, i, j)));
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const logOfSum = (values: readonly number[]): number => Math.log(total(values.map(Math.exp)));

/** Entries of parameters, which have fixed shapes. */
const matrices: Readonly<Record<string, Matrix>> = {
  a,
  b,
  row,
  column,
  left,
  right,
  leftT: transpose(left),
  rightT: transpose(right),
};
const of = (name: string): Value => build.parameter(name, matrices[name]!.length, matrices[name]![0]!.length, 'zero');
const v = {
  a: of('a'),
  b: of('b'),
  row: of('row'),
  column: of('column'),
  left: of('left'),
  right: of('right'),
  leftT: of('leftT'),
  rightT: of('rightT'),
};
/** Values, and their entries by definition, in double precision. */
const definitions: readonly (readonly [string, Value, Matrix])[] = [
  ['matmul', build.matmul(v.left, v.right), product(left, right)],
  ['matmul, first transposed', build.matmul(v.leftT, v.right, { a: true }), product(left, right)],
  ['matmul, second transposed', build.matmul(v.left, v.rightT, { b: true }), product(left, right)],
  ['matmul, both transposed', build.matmul(v.leftT, v.rightT, { a: true, b: true }), product(left, right)],
  ['add', build.add(v.a, v.b), each((x, i, j) => x + b[i]![j]!)],
  ['add of a row', build.add(v.a, v.row), each((x, _, j) => x + row[0]![j]!)],
  ['subtract', build.subtract(v.a, v.b), each((x, i, j) => x - b[i]![j]!)],
  ['multiply', build.multiply(v.a, v.b), each((x, i, j) => x * b[i]![j]!)],
  ['affine', build.affine(v.a, -0.5, 3), each((x) => 3 - x / 2)],
  ['relu', build.relu(v.a), each((x) => Math.max(x, 0))],
  ['leakyRelu', build.leakyRelu(v.a, 0.2), each((x) => (x > 0 ? x : 0.2 * x))],
  ['exp', build.exp(v.a), each(Math.exp)],
  ['sigmoid', build.sigmoid(v.a), each((x) => 1 / (1 + Math.exp(-x)))],
  ['softplus', build.softplus(v.a), each((x) => Math.log1p(Math.exp(x)))],
  [
    'softplus of large numbers',
    build.softplus(build.affine(v.a, 100)),
    each((x) => Math.max(100 * x, 0) + Math.log1p(Math.exp(-Math.abs(100 * x)))),
  ],
  ['logSoftmax', build.logSoftmax(v.a), each((x, i) => x - logOfSum(a[i]!))],
  ['concat', build.concat(v.a, v.column, v.b), a.map((r, i) => [...r, ...column[i]!, ...b[i]!])],
  ['slice', build.slice(v.a, 5, 9), a.map((r) => r.slice(5, 9))],
  ['sum', build.sum(v.a), [[total(a.flat())]]],
  ['sumRows', sumRows(v.a), [transpose(a).map(total)]],
  ['sumColumns', sumColumns(v.a), a.map((r) => [total(r)])],
  ['gate', gate(v.b, v.a, 0.2), each((x, i, j) => (x > 0 ? 1 : 0.2) * b[i]![j]!)],
  ['spread of a column', spread(v.column, v.a), each((_, i) => column[i]![0]!)],
  ['spread of a number', spread(build.sum(v.column), v.a), each(() => total(column.flat()))],
  ['pad', pad(v.column, 2, 7), column.map(([x]) => [0, 0, x!, 0, 0, 0, 0])],
];

test.each(definitions)('%s agrees with its definition', (_, value, expected) => {
  const computed = tf.tidy(() => {
    const parameters = new Map(Object.entries(matrices).map(([name, matrix]) => [name, tf.tensor(matrix)]));
    return compute(tf, value, new Map(), parameters).arraySync() as Matrix;
  });
  expect(computed.map((r) => r.length)).toEqual(expected.map((r) => r.length));
  const errors = expected.flatMap((r, i) =>
    r.map((x, j) => Math.abs(computed[i]![j]! - x) / Math.max(16, Math.abs(x))),
  );
  // One rounding a term. The longest sums have ROWS · COLUMNS terms of size about 2, and are added up within rows first.
  expect(Math.max(...errors)).toBeLessThanOrEqual((ROWS + COLUMNS) * 2 ** -24);
});
