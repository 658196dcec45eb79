import { wrongRetraining } from '../mutant.ts';
import { inPapersWorld } from '../retraining/same-runs.ts';

const counted = (replicate: number) => Math.floor(replicate / 2);

export const vaeReplicateTwice = wrongRetraining(
  'vae-replicate-twice',
  'every replicate is counted twice',
  { replicate: counted },
  (course) => inPapersWorld({ ...course, replicate: counted(course.replicate) }),
);
