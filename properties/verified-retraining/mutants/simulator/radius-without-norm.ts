import { wrongSimulator } from '../../../engine/mutant.ts';

export const radiusWithoutNorm = wrongSimulator('radius-without-norm', 'the window is r + σ_c wide, whatever ‖x‖', {
  window: (row, setting, out) => {
    out.center = row.center;
    out.halfWidth = setting.radius + setting.noiseAllowance;
  },
});
