import { collecting, withinRange } from '../../../../sim/verified-retraining/regression/index.ts';
import { wrongSimulator } from '../../../engine/mutant.ts';

const outsideRange = (label: number, center: number, halfWidth: number) => !withinRange(label, center, halfWidth);

export const acceptComplement = wrongSimulator('accept-complement', 'the verifier accepts what it should reject', {
  accepts: outsideRange,
  collect: collecting(outsideRange),
});
