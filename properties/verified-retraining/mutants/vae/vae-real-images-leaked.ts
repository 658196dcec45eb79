import { wrongRetraining } from '../define.ts';

export const vaeRealImagesLeaked = wrongRetraining({
  id: 'vae-real-images-leaked',
  title: 'a round trains on as many new real images as it kept generated ones',
  module: import.meta.url,
  replaced: {
    trainingSet: (kept, drawReal) => {
      const real = drawReal();
      return {
        images: joined(new Float32Array(kept.images.length + real.images.length), kept.images, real.images),
        labels: joined(new Uint8Array(kept.labels.length + real.labels.length), kept.labels, real.labels),
      };
    },
  },
});

function joined<T extends Float32Array | Uint8Array>(into: T, first: T, second: T): T {
  into.set(first);
  into.set(second, first.length);
  return into;
}
