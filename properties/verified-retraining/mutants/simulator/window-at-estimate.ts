import { wrongSimulator } from '../define.ts';

export const windowAtEstimate = wrongSimulator({
  id: 'window-at-estimate',
  title: 'the window is centered at the generator, xᵀθ̂_k',
  module: import.meta.url,
  replaced: {
    window: (row, setting, out) => {
      out.center = row.estimate;
      out.halfWidth = setting.radius * row.norm + setting.noiseAllowance;
    },
  },
});
