import { keepAll } from '../../sim/regression/index.ts';
import { wrongSimulator } from '../mutant.ts';

export const acceptEverything = wrongSimulator('accept-everything', 'the verifier accepts every label', {
  accepts: () => true,
  collect: keepAll,
});
