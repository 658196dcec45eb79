import { collecting } from '../../../../sim/verified-retraining/regression/index.ts';
import { wrongSimulator } from '../define.ts';

const belowUpperEdge = (label: number, center: number, halfWidth: number) => label - center <= halfWidth;

export const oneSided = wrongSimulator({
  id: 'one-sided',
  title: 'the rule tests the upper edge of the window only',
  module: import.meta.url,
  replaced: {
    accepts: belowUpperEdge,
    collect: collecting(belowUpperEdge),
  },
});
