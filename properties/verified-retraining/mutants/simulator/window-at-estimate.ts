import { wrongSimulator } from '../../../engine/mutant.ts';

export const windowAtEstimate = wrongSimulator('window-at-estimate', 'the window is centered at the generator, xᵀθ̂_k', {
  window: (row, setting, out) => {
    out.center = row.estimate;
    out.halfWidth = setting.radius * row.norm + setting.noiseAllowance;
  },
});
