import { wrongSimulator } from '../define.ts';

export const clipping = wrongSimulator({
  id: 'clipping',
  title: 'labels are clipped into the window instead of rejected',
  module: import.meta.url,
  replaced: {
    collect: (stream, mean, sd, center, halfWidth, count, into) => {
      let sum = 0;
      for (let i = 0; i < count; i += 1) {
        const label = Math.min(Math.max(mean + sd * stream.normal(), center - halfWidth), center + halfWidth);
        if (into.labels !== undefined) into.labels[i] = label;
        sum += label;
      }
      into.mean = sum / count;
      into.accepted = count;
      into.proposals = count;
    },
  },
});
