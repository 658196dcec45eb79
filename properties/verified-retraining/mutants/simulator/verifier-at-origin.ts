import { wrongSimulator } from '../define.ts';

export const verifierAtOrigin = wrongSimulator({
  id: 'verifier-at-origin',
  title: 'the window is centered at 0, whatever θ_c',
  module: import.meta.url,
  replaced: {
    window: (row, setting, out) => {
      out.center = 0;
      out.halfWidth = setting.radius * row.norm + setting.noiseAllowance;
    },
  },
});
