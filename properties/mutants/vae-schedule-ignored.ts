import { wrongRetraining } from '../mutant.ts';
import type { Course } from '../retraining/laboratory.ts';
import { inPapersWorld } from '../retraining/same-runs.ts';

export const vaeScheduleIgnored = wrongRetraining(
  'vae-schedule-ignored',
  'every round keeps as many images',
  { kept: (_scheduled, setting) => setting.kept },
  withoutSchedule,
);

function withoutSchedule(course: Course): Course {
  const { kept: _, ...arm } = course.arm;
  return inPapersWorld({ ...course, arm });
}
