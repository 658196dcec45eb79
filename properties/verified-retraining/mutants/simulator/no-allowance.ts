import { wrongSimulator } from '../../../engine/mutant.ts';

export const noAllowance = wrongSimulator('no-allowance', 'the rule lacks the noise allowance: |y − xᵀθ_c| ≤ r‖x‖', {
  window: (row, setting, out) => {
    out.center = row.center;
    out.halfWidth = setting.radius * row.norm;
  },
});
