import { wrongSimulator } from '../../../engine/mutant.ts';

export const verifierAtOrigin = wrongSimulator('verifier-at-origin', 'the window is centered at 0, whatever θ_c', {
  window: (row, setting, out) => {
    out.center = 0;
    out.halfWidth = setting.radius * row.norm + setting.noiseAllowance;
  },
});
