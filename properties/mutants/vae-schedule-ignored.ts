import { wrongRetraining } from '../mutant.ts';

export const vaeScheduleIgnored = wrongRetraining('vae-schedule-ignored', 'every round keeps as many images', {
  kept: (_scheduled, setting) => setting.kept,
});
