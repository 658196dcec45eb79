/** A conditional variational autoencoder and the budgets of its retraining loop. Plain data; what all arms of a replicate share. */
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
  /** Adam's learning rate: constant for 70 % of the steps, then falling linearly to a tenth. */
  readonly learningRate: number;
  /** Training steps on the real images. */
  readonly initialSteps: number;
  /** Training steps on the kept images of each round. */
  readonly roundSteps: number;
  /** Whether a round goes on from the weights of the round before, or starts a fresh model as the paper does. */
  readonly weights: 'warm' | 'fresh';
  /** Images that a round keeps, over all classes. */
  readonly kept: number;
  readonly verifier: {
    /** Widths of the hidden layers. */
    readonly hidden: readonly number[];
    /** Real images a step, and as many generated ones. */
    readonly batch: number;
    readonly learningRate: number;
    readonly steps: number;
    /** Whether a verifier that is retrained goes on from its weights of the round before. */
    readonly weights: 'warm' | 'fresh';
  };
}

/** The images that a verifier takes for real: its idea of the truth, which is its knowledge center. */
export interface RealPool {
  /** Number of different real images, drawn for each replicate; all when absent. */
  readonly count?: number;
  /** Their horizontal shear. */
  readonly shear?: number;
  /** Only this share of each class, those with the thickest strokes. */
  readonly thickest?: number;
  readonly classes?: readonly number[];
}

/** One way to retrain. Plain data. */
export interface Arm {
  /** Absent: every generated image is kept. */
  readonly verifier?: {
    readonly real: RealPool;
    /** Retrained each round against the current generator, or trained once against the initial one. */
    readonly lifecycle: 'retrained' | 'frozen';
  };
  /** Share of each class's generated images that is kept: the selectivity q. */
  readonly keep: number;
  /** Kept-set size of round k as a multiple of the setting's: first + step·k. 1 and 0 when absent. */
  readonly kept?: { readonly first: number; readonly step: number };
  /** Whether generated images are Bernoulli draws or the decoder's means. 'bernoulli' when absent. */
  readonly images?: 'bernoulli' | 'mean';
}

/** What is observed of the generator after a round. Distances are Fréchet distances of unfiltered images. */
export interface RoundMetrics {
  /** 0: the initial model. */
  readonly round: number;
  /** Distance to real test digits in the space of their 32 principal components. */
  readonly frechet: number;
  /** The same to the test digits as the verifier's pool distorts them; equal to `frechet` where it does not. */
  readonly frechetToReference: number;
  /** Mean within-class variance over that of real test digits. */
  readonly classVariance: number;
  /** Mean slant: horizontal displacement per row upwards. */
  readonly slant: number;
  /** Mean share of ink over that of real test digits. */
  readonly ink: number;
  /** Dear ones, observed where `observeAll` asks for them. */
  readonly classifierFrechet?: number;
  readonly negativeElbo?: number;
  readonly labelAccuracy?: number;
  readonly precision?: number;
  readonly recall?: number;
}

/** One arm of a replicate, round by round. */
export interface Curve {
  /** Entry k: after k rounds. */
  readonly rounds: readonly RoundMetrics[];
  /** Ten generated images, one a class, from the same latent noise in every round: base64 of rounds × 10 × side² bytes 0 … 255. */
  readonly samples?: string;
}
