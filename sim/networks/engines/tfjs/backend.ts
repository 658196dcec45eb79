/** The interface of TensorFlow.js. */
export type TensorFlow = typeof import('@tensorflow/tfjs-core');

/** TensorFlow.js, ready to compute. */
export interface LoadedTensorFlow {
  readonly tf: TensorFlow;
  /** Library and backend with their versions, and the number of threads. */
  readonly description: string;
}

/** A backend of TensorFlow.js that may be installed: the package that contains it, and how to load it. */
export interface Backend {
  readonly package: string;
  load(): Promise<LoadedTensorFlow>;
}
