import { collecting, withinRange } from '../../../../sim/verified-retraining/regression/index.ts';
import { wrongSimulator } from '../define.ts';

const outsideRange = (label: number, center: number, halfWidth: number) => !withinRange(label, center, halfWidth);

export const acceptComplement = wrongSimulator({
  id: 'accept-complement',
  title: 'the verifier accepts what it should reject',
  module: import.meta.url,
  replaced: {
    accepts: outsideRange,
    collect: collecting(outsideRange),
  },
});
