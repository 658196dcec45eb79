import { wrongSimulator } from '../define.ts';

export const allowanceIsSigma = wrongSimulator({
  id: 'allowance-is-sigma',
  title: 'the noise allowance is σ, whatever σ_c',
  module: import.meta.url,
  replaced: {
    window: (row, setting, out) => {
      out.center = row.center;
      out.halfWidth = setting.radius * row.norm + setting.noise;
    },
  },
});
