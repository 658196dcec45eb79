/** The expected contents of a file in the IDX format, as MNIST is published in. */
export interface IdxFile {
  /** Name under which the file is published, without `.gz`. */
  readonly name: string;
  readonly content: 'images' | 'labels';
  /** Number of images or labels. */
  readonly count: number;
  /** SHA-256, hex, of the decompressed file. */
  readonly digest: string;
}

/** The files with images and labels for training and for testing. */
export interface MnistFiles {
  readonly training: { readonly images: IdxFile; readonly labels: IdxFile };
  readonly test: { readonly images: IdxFile; readonly labels: IdxFile };
}

/** The four files of MNIST (LeCun, Cortes and Burges 1998). */
export const mnistFiles: MnistFiles = {
  training: {
    images: {
      name: 'train-images-idx3-ubyte',
      content: 'images',
      count: 60_000,
      digest: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    },
    labels: {
      name: 'train-labels-idx1-ubyte',
      content: 'labels',
      count: 60_000,
      digest: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    },
  },
  test: {
    images: {
      name: 't10k-images-idx3-ubyte',
      content: 'images',
      count: 10_000,
      digest: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    },
    labels: {
      name: 't10k-labels-idx1-ubyte',
      content: 'labels',
      count: 10_000,
      digest: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    },
  },
};

/** Addresses under which the four files of MNIST are published with gzip, in the order in which they are tried. */
export const mnistMirrors: readonly string[] = [
  'https://storage.googleapis.com/cvdf-datasets/mnist',
  'https://ossci-datasets.s3.amazonaws.com/mnist',
];
