import { expect, test } from 'vitest';
import { armText } from './arm-text.ts';

test.each([
  [{ keep: 1 }, 'no verifier, keeps 100 %'],
  [
    { verifier: { real: {}, lifecycle: 'retrained' }, keep: 0.1 },
    'retrained verifier that knows all real images, keeps 10 %',
  ],
  [
    { verifier: { real: { count: 100, shear: 0.35 }, lifecycle: 'frozen' }, keep: 0.3 },
    'frozen verifier that knows 100 real images sheared by 0.35, keeps 30 %',
  ],
  [
    { verifier: { real: { thickest: 0.3, classes: [1, 7] }, lifecycle: 'retrained' }, keep: 0.1 },
    'retrained verifier that knows all real images of the thickest 30 % of classes 1, 7, keeps 10 %',
  ],
  [
    { keep: 1, kept: { first: 0.15, step: 0.45 }, images: 'mean' },
    "no verifier, keeps 100 %, kept-set size 0.15 + 0.45·round times the setting's, trains on mean images",
  ],
] as const)('%j', (arm, text) => {
  expect(armText(arm)).toBe(text);
});
