import { expect, test } from 'vitest';
import { inOrder } from '../../../networks/graph/visit.ts';
import { classifierModel } from './classifier-model.ts';

test('the classifier has layers of 196, 128, 32 and 10, with a ReLU after each of the two hidden ones', () => {
  const { parameters, inputs, outputs } = classifierModel(14);
  expect(inputs).toEqual({ images: 196, labels: 10 });
  expect(parameters.map(({ rows, columns }) => [rows, columns])).toEqual([
    [196, 128],
    [1, 128],
    [128, 32],
    [1, 32],
    [32, 10],
    [1, 10],
  ]);
  const rectified = inOrder(outputs.logits!).filter(({ operation }) => operation.kind === 'relu');
  expect(rectified.map(({ columns }) => columns)).toEqual([128, 32]);
  expect(outputs.features).toBe(rectified[1]);
});
