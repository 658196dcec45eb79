/** A conditional variational autoencoder and the sizes of its retraining loop, as plain data. All arms of a replicate share them. */
export interface VaeSetting {
  /** Pixels along an edge of an image. */
  readonly side: 14 | 28;
  /** Real images that the initial model is trained on, the same number of each class. */
  readonly realImages: number;
  /** Width of the hidden layer of encoder and decoder. */
  readonly hidden: number;
  /** Dimensions of the latent space. */
  readonly latent: number;
  /** Images a training step. */
  readonly batch: number;
  /** Adam's learning rate. It is constant for 70 % of the steps, then falls linearly to a tenth. */
  readonly learningRate: number;
  /** Training steps on the real images. */
  readonly initialSteps: number;
  /** Training steps on the kept images of each round. */
  readonly roundSteps: number;
  /** Whether a round starts from the weights of the round before ('warm'), or from new ones ('fresh'), as in the paper. */
  readonly weights: 'warm' | 'fresh';
  /** Images that a round keeps, all classes together. */
  readonly kept: number;
  readonly verifier: {
    /** Widths of the hidden layers. */
    readonly hidden: readonly number[];
    /** Real images a training step. A step has the same number of generated images. */
    readonly batch: number;
    readonly learningRate: number;
    /** Training steps in each training. */
    readonly steps: number;
    /** Whether a verifier that is retrained starts from its weights of the round before. */
    readonly weights: 'warm' | 'fresh';
  };
}

/** The images that a verifier takes for real. They determine its knowledge center. */
export interface RealPool {
  /** Number of images in the pool, drawn for each replicate. All when absent. */
  readonly count?: number;
  /** Horizontal shear of the images. 0 when absent. */
  readonly shear?: number;
  /** Share of each class that is in the pool: those with the thickest strokes. All when absent. */
  readonly thickest?: number;
  /** Classes that are in the pool. All when absent. */
  readonly classes?: readonly number[];
}

/** One variant of the retraining loop, as plain data. */
export interface Arm {
  /** When absent, every generated image is kept. */
  readonly verifier?: {
    readonly real: RealPool;
    /** Whether the verifier is retrained in each round against the current generator, or trained once against the initial one. */
    readonly lifecycle: 'retrained' | 'frozen';
  };
  /** Share of the generated images of each class that is kept: the selectivity q. */
  readonly keep: number;
  /** The number of images that round k keeps, as a multiple of the setting's: first + step·k. 1 and 0 when absent. */
  readonly kept?: { readonly first: number; readonly step: number };
  /** Whether the pixels of generated images are Bernoulli draws or the decoder's means. 'bernoulli' when absent. */
  readonly images?: 'bernoulli' | 'mean';
}

/** Observations of the generator after a round. Distances are Fréchet distances of images that no verifier filtered. */
export interface RoundMetrics {
  /** Number of rounds so far; 0 for the initial model. */
  readonly round: number;
  /** Distance to the real test digits, in the space of 32 principal components. */
  readonly frechet: number;
  /** Distance to the test digits, distorted as the verifier's pool is. Equal to `frechet` when the pool is not distorted. */
  readonly frechetToReference: number;
  /** Mean within-class variance, divided by that of the real test digits. */
  readonly classVariance: number;
  /** Mean slant: horizontal displacement per row, upwards. */
  readonly slant: number;
  /** Mean share of ink, divided by that of the real test digits. */
  readonly ink: number;
  // Expensive metrics, observed when `observeAll` is set:
  /** Fréchet distance to the real test digits in the features of a classifier. */
  readonly classifierFrechet?: number;
  /** Negative evidence lower bound of the real test digits, in nats an image. */
  readonly negativeElbo?: number;
  /** Share of the images that a classifier recognizes as their class. */
  readonly labelAccuracy?: number;
  /** Share of the generated images that lie among the real ones. */
  readonly precision?: number;
  /** Share of the real images that lie among the generated ones. */
  readonly recall?: number;
}

/** The observations of one arm of one replicate, round by round. */
export interface Curve {
  /** Entry k: after k rounds. */
  readonly rounds: readonly RoundMetrics[];
  /** Generated images of each round, one a class, from the same latent noise in every round: base64 of rounds × 10 × side² bytes 0 … 255. */
  readonly samples?: string;
}
