import { withinRange } from '../../../../sim/verified-retraining/regression/index.ts';
import { wrongSimulator } from '../define.ts';

export const proposalsCounted = wrongSimulator({
  id: 'proposals-counted',
  title: 'n_k labels are proposed instead of accepted',
  module: import.meta.url,
  replaced: {
    collect: (stream, mean, sd, center, halfWidth, count, into) => {
      let sum = 0;
      let accepted = 0;
      let proposals = 0;
      // At least one label must be accepted, or there is no fit at all.
      while (proposals < count || accepted === 0) {
        const label = mean + sd * stream.normal();
        proposals += 1;
        if (!withinRange(label, center, halfWidth)) continue;
        if (into.labels !== undefined) into.labels[accepted] = label;
        sum += label;
        accepted += 1;
      }
      into.mean = sum / accepted;
      into.accepted = accepted;
      into.proposals = proposals;
    },
  },
});
