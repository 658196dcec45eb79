import { wrongRetraining } from '../mutant.ts';

export const vaeRealImagesLeaked = wrongRetraining(
  'vae-real-images-leaked',
  'a round trains on as many new real images as it kept generated ones',
  {
    trainingSet: (kept, drawReal) => {
      const real = drawReal();
      return {
        images: Float32Array.from([...kept.images, ...real.images]),
        labels: Uint8Array.from([...kept.labels, ...real.labels]),
      };
    },
  },
);
