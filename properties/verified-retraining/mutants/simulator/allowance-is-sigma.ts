import { wrongSimulator } from '../../../engine/mutant.ts';

export const allowanceIsSigma = wrongSimulator('allowance-is-sigma', 'the noise allowance is σ, whatever σ_c', {
  window: (row, setting, out) => {
    out.center = row.center;
    out.halfWidth = setting.radius * row.norm + setting.noise;
  },
});
