import { wrongRetraining } from '../../../engine/mutant.ts';
import { inPapersWorld } from '../../vae/same-runs.ts';

const counted = (replicate: number) => Math.floor(replicate / 2);

export const vaeReplicateTwice = wrongRetraining(
  'vae-replicate-twice',
  'every replicate is counted twice',
  { replicate: counted },
  (course) => inPapersWorld({ ...course, replicate: counted(course.replicate) }),
);
