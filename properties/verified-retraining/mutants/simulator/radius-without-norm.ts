import { wrongSimulator } from '../define.ts';

export const radiusWithoutNorm = wrongSimulator({
  id: 'radius-without-norm',
  title: 'the window is r + σ_c wide, whatever ‖x‖',
  module: import.meta.url,
  replaced: {
    window: (row, setting, out) => {
      out.center = row.center;
      out.halfWidth = setting.radius + setting.noiseAllowance;
    },
  },
});
