import { expect, test } from 'vitest';
import { count, counted, interval, percent, short } from './numbers.ts';

test('numbers keep four significant digits, small ones an exponent', () => {
  expect([0.0342444, 123456.7, 1e-6, 0, -0.00012346, null].map(short)).toEqual([
    '0.03424',
    '123500',
    '1e-6',
    '0',
    '-1.235e-4',
    '–',
  ]);
});

test('intervals may lack an end', () => {
  expect(interval([0.9, 1.1])).toBe('[0.9, 1.1]');
  expect(interval([null, 1])).toBe('(−∞, 1]');
  expect(interval([1, null])).toBe('[1, ∞)');
  expect(interval(null)).toBe('–');
});

test('shares are percentages, counts have separators and plurals', () => {
  expect([percent(0.1234), percent(0.00456), percent(null)]).toEqual(['12 %', '0.46 %', '–']);
  expect([count(1234567), counted(1, 'setting'), counted(0, 'setting')]).toEqual([
    '1,234,567',
    '1 setting',
    '0 settings',
  ]);
});
