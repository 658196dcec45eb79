import { wrongRetraining } from '../mutant.ts';

export const vaeReplicateTwice = wrongRetraining('vae-replicate-twice', 'every replicate is counted twice', {
  replicate: (replicate) => Math.floor(replicate / 2),
});
