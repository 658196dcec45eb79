import { wrongTheory } from '../define.ts';
import { theoryWithMoments } from './wrong-moments.ts';

export const thirdMomentSign = wrongTheory({
  id: 'third-moment-sign',
  title: 'm₃ has the wrong sign',
  module: import.meta.url,
  replaced: theoryWithMoments((moments) => ({ ...moments, thirdCentral: -moments.thirdCentral })),
});
