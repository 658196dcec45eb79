import { wrongSimulator } from '../define.ts';

export const noAllowance = wrongSimulator({
  id: 'no-allowance',
  title: 'the rule lacks the noise allowance: |y − xᵀθ_c| ≤ r‖x‖',
  module: import.meta.url,
  replaced: {
    window: (row, setting, out) => {
      out.center = row.center;
      out.halfWidth = setting.radius * row.norm;
    },
  },
});
