import { keepAll } from '../../../../sim/verified-retraining/regression/index.ts';
import { wrongSimulator } from '../define.ts';

export const acceptEverything = wrongSimulator({
  id: 'accept-everything',
  title: 'the verifier accepts every label',
  module: import.meta.url,
  replaced: {
    accepts: () => true,
    collect: keepAll,
  },
});
