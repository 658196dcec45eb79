import type { Model } from '../graph/model.ts';
import type { OnnxGraph } from './onnx-graph.ts';

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** What Adam carries from step to step: vectors as long as the weights, by the names of their tensors before and after a step. */
export const ADAM_STATE = [
  { before: 'weights', after: 'next.weights' },
  { before: 'first', after: 'next.first' },
  { before: 'second', after: 'next.second' },
] as const;

/** Names of the tensors of one entry that adamScalars gives the values of. */
export const ADAM_RATE = 'rate';
export const ADAM_EPSILON = 'epsilon';

/**
 * Writes one step of Adam (Kingma & Ba 2015, algorithm 1) of all weights at once, from the gradients of the parameters in
 * their order. The moments are kept as M = m/(1 − β₁) and V = v/(1 − β₂), so that M' = β₁M + g and V' = β₂V + g² take a
 * pass less each, and w' = w − rate · M'/(√V' + epsilon) takes all corrections of scale and bias in two numbers.
 */
export function writeAdam(graph: OnnxGraph, { size }: Model, gradients: readonly string[]): void {
  const [weights, first, second] = ADAM_STATE.map(({ before }) => graph.input(before, [size])) as [
    string,
    string,
    string,
  ];
  const rate = graph.input(ADAM_RATE, [1]);
  const epsilon = graph.input(ADAM_EPSILON, [1]);
  const flat = gradients.map((gradient) => graph.node('Reshape', [gradient, graph.integers(-1)]));
  const gradient = graph.node('Concat', flat, { axis: 0 });
  const square = graph.node('Mul', [gradient, gradient]);
  const nextFirst = graph.node(
    'Add',
    [graph.node('Mul', [first, graph.number(BETA1)]), gradient],
    {},
    ADAM_STATE[1].after,
  );
  const nextSecond = graph.node(
    'Add',
    [graph.node('Mul', [second, graph.number(BETA2)]), square],
    {},
    ADAM_STATE[2].after,
  );
  const deviation = graph.node('Add', [graph.node('Sqrt', [nextSecond]), epsilon]);
  const step = graph.node('Div', [graph.node('Mul', [nextFirst, rate]), deviation]);
  graph.node('Sub', [weights, step], {}, ADAM_STATE[0].after);
  for (const { after } of ADAM_STATE) graph.output(after, [size]);
}

/**
 * The two numbers of step t ≥ 1: with c = √((1 − β₂)/(1 − β₂ᵗ)), rate = learningRate·(1 − β₁)/(1 − β₁ᵗ)/c and
 * epsilon = ε/c.
 */
export function adamScalars(learningRate: number, t: number): { rate: number; epsilon: number } {
  const c = Math.sqrt((1 - BETA2) / (1 - BETA2 ** t));
  return { rate: (learningRate * (1 - BETA1)) / (1 - BETA1 ** t) / c, epsilon: EPSILON / c };
}
