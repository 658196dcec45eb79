/** The functions with which networks are described. */
export { defineModel } from './define-model.ts';
export { bceWithLogits, gaussianKl, reparameterize, softmaxCrossEntropy } from './losses.ts';
export {
  add,
  affine,
  concat,
  exp,
  input,
  leakyRelu,
  linear,
  logSoftmax,
  matmul,
  multiply,
  parameter,
  relu,
  sigmoid,
  slice,
  softplus,
  split,
  subtract,
  sum,
} from './values.ts';
