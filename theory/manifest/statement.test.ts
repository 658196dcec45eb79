import { expect, test } from 'vitest';
import { reference, statementById } from './statement.ts';
import { statements } from './testing/areas.ts';

test('a statement is found by its id, and linked to by id and revision', () => {
  expect(statementById(statements, 'sum')).toBe(statements[1]);
  expect(reference(statementById(statements, 'sum'))).toBe('sum~2');
});

test('an unknown id is refused by name', () => {
  expect(() => statementById(statements, 'volume')).toThrow(new RangeError('no statement "volume" in the manifest'));
});
