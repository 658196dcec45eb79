import { keepAll } from '../../../../sim/verified-retraining/regression/index.ts';
import { wrongSimulator } from '../../../engine/mutant.ts';

export const acceptEverything = wrongSimulator('accept-everything', 'the verifier accepts every label', {
  accepts: () => true,
  collect: keepAll,
});
