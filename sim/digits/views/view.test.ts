import { expect, test } from 'vitest';
import { completeView, describeView } from './view.ts';

test('a view has defaults: no shear, all of each class, all classes', () => {
  expect(completeView({ side: 14 })).toEqual({
    side: 14,
    shear: 0,
    thickest: 1,
    classes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  });
});

test('equal views have equal JSON', () => {
  expect(JSON.stringify(completeView({ side: 28, classes: [7, 1], shear: -0 }))).toBe(
    JSON.stringify(completeView({ shear: 0, thickest: 1, classes: [1, 7], side: 28 })),
  );
});

test.each([
  { shear: Number.NaN },
  { shear: 1.01 },
  { shear: Number.NEGATIVE_INFINITY },
  { thickest: 0 },
  { thickest: 1.01 },
  { thickest: Number.NaN },
  { classes: [] },
  { classes: [1, 1] },
  { classes: [10] },
  { classes: [0.5] },
])('a view of %j is refused with a message of one line that says what is allowed', (view) => {
  expect(() => completeView({ side: 14, ...view })).toThrow(RangeError);
  expect(() => completeView({ side: 14, ...view })).toThrow(/^(shear|thickest share|classes) of a view .+ allowed$/);
});

test('a side other than 14 and 28 is refused, even where types are not checked', () => {
  expect(() => completeView({ ...JSON.parse('{"side":15}') })).toThrow('side of a view is 15: 14 and 28 are allowed');
});

test('a view is described by its properties that are not defaults', () => {
  expect(describeView(completeView({ side: 14 }))).toBe('14×14');
  expect(describeView(completeView({ side: 28, shear: 0.35, thickest: 0.3, classes: [7, 1] }))).toBe(
    '28×28, sheared by 0.35, the thickest 30% of each class, classes 1, 7',
  );
});
