import { collecting } from '../../../../sim/verified-retraining/regression/index.ts';
import { wrongSimulator } from '../../../engine/mutant.ts';

const belowUpperEdge = (label: number, center: number, halfWidth: number) => label - center <= halfWidth;

export const oneSided = wrongSimulator('one-sided', 'the rule tests the upper edge of the window only', {
  accepts: belowUpperEdge,
  collect: collecting(belowUpperEdge),
});
