import { expect, test } from 'vitest';
import type { ComparisonOutcome } from '../../../properties/engine/claim.ts';
import { comparison } from '../../testing/evidence.ts';
import { intervalPicture, rangeOf } from './interval-picture.ts';

const nothing = { expected: null, estimate: null, interval: null, zone: null };

const picture = (some: Partial<ComparisonOutcome>) =>
  String(intervalPicture({ ...comparison(1, 'supported'), ...nothing, ...some }));

/** Positions of a class of elements, in percent of the width. */
const places = (svg: string, name: string, attribute: string) =>
  [...svg.matchAll(new RegExp(`<[a-z]+ class="${name}"[^>]* ${attribute}="([^"]+)%"`, 'g'))].map(([, place]) =>
    Number(place),
  );

test('zone, expected value, interval and estimate lie on one axis, with room at both sides', () => {
  const svg = picture({ expected: 1, estimate: 1.2, interval: [1.1, 1.4], zone: [0.9, 1.1] });
  expect(places(svg, 'edge', 'x1')).toEqual([15, 43]);
  expect([places(svg, 'zone', 'x'), places(svg, 'zone', 'width')]).toEqual([[15], [28]]);
  expect(places(svg, 'expected', 'x1')).toEqual([29]);
  expect(places(svg, 'estimate', 'cx')).toEqual([57]);
  expect([places(svg, 'bar', 'x1'), places(svg, 'bar', 'x2')]).toEqual([
    [43, 43, 85],
    [85, 43, 85],
  ]);
});

test('a zone or an interval without an end runs out of the picture, with no edge or cap there', () => {
  const below = picture({ estimate: -1, interval: [-2, null], zone: [null, 0] });
  expect([places(below, 'zone', 'x'), places(below, 'zone', 'width')]).toEqual([[0], [85]]);
  expect(places(below, 'edge', 'x1')).toEqual([85]);
  expect([places(below, 'bar', 'x1'), places(below, 'bar', 'x2')]).toEqual([
    [15, 15],
    [100, 15],
  ]);
  const above = picture({ estimate: 2, zone: [0, null] });
  expect([places(above, 'zone', 'x'), places(above, 'zone', 'width')]).toEqual([[15], [85]]);
});

test('labels of the zone point away from each other, and that of a single value stands below it', () => {
  expect(picture({ estimate: 1, zone: [0.9, 1.1] })).toMatch(/"end">0.9<.*"start">1.1</s);
  expect(picture({ estimate: 0, zone: [0, 0] })).toMatch(/x="50%"[^>]*"middle">0</);
});

test('its text alternative says all that it shows', () => {
  expect(
    picture({ expected: 1, estimate: 1.2, interval: [1.1, null], zone: [null, 1.1], verdict: 'refuted' }),
  ).toContain('role="img" aria-label="MSE: estimate 1.2, 95 % interval [1.1, ∞), expected 1, zone (−∞, 1.1], refuted"');
});

test('pictures share an axis that has room for all of them, and without numbers there is none', () => {
  const some = [comparison(1.3, 'refuted'), comparison(0.5, 'refuted')];
  expect(rangeOf(some)).toEqual({ low: 0.48, high: 1.32 });
  expect(intervalPicture({ ...some[0]!, ...nothing })).toBeNull();
});
