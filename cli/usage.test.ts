import { expect, test } from 'vitest';
import { exitCodes, nearest, replayPath, shard, wholeNumber } from './usage.ts';

test('whole numbers are read from 0 to the highest that is allowed, and nothing else is', () => {
  const read = wholeNumber(2 ** 32 - 1);
  expect([read('0'), read('42'), read('4294967295')]).toEqual([0, 42, 4294967295]);
  for (const text of ['', '-1', '1.5', '1e3', '0x10', ' 1', 'NaN', '4294967296', '9'.repeat(400)]) {
    expect(() => read(text), text).toThrow('Allowed are whole numbers from 0 to 4294967295.');
  }
});

test('replay paths are whole numbers between colons', () => {
  expect(replayPath('3:0:12')).toBe('3:0:12');
  for (const text of ['', ':', '3:', ':3', '3:-1', '3:a', '3 :0'])
    expect(() => replayPath(text), text).toThrow('index:shrink');
});

test('shards are i/n with 1 ≤ i ≤ n', () => {
  expect([shard('1/1'), shard('2/8')]).toEqual([
    { index: 1, count: 1 },
    { index: 2, count: 8 },
  ]);
  for (const text of [
    '',
    '1',
    '0/2',
    '3/2',
    '1/0',
    '-1/2',
    '1/2/3',
    '1.5/2',
    ' 1/2',
    '1/2 ',
    'a/b',
    `1/${'9'.repeat(20)}`,
  ])
    expect(() => shard(text), text).toThrow('Allowed are i/n with 1 ≤ i ≤ n, such as 2/8');
});

test('the nearest words are those that take the fewest edits, in that order', () => {
  const allowed = ['one-round-exact', 'transfer-map', 'remainder', 'smooth'];
  expect(nearest('remaindr', allowed, 1)).toEqual(['remainder']);
  expect(nearest('smoth', allowed, 4)[0]).toBe('smooth');
  // Insertion, deletion and substitution each count as one: sat -> cat (1), sat -> at (1), sat -> seats (2).
  expect(nearest('sat', ['seats', 'cat', 'at'], 3)).toEqual(['cat', 'at', 'seats']);
});

test('exit codes are those that pipelines rely on', () => {
  expect(exitCodes).toEqual({
    supported: 0,
    refuted: 1,
    undecided: 2,
    regressed: 3,
    usage: 64,
    data: 65,
    internal: 70,
  });
});
