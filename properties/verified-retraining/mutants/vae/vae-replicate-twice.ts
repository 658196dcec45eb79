import { inPapersWorld } from '../../vae/same-runs.ts';
import { wrongRetraining } from '../define.ts';

const counted = (replicate: number) => Math.floor(replicate / 2);

export const vaeReplicateTwice = wrongRetraining({
  id: 'vae-replicate-twice',
  title: 'every replicate is counted twice',
  module: import.meta.url,
  replaced: { replicate: counted },
  sameAs: (specification) => inPapersWorld({ ...specification, replicate: counted(specification.replicate) }),
});
