import type { Course } from '../../../engine/kinds/replicated-runs/laboratory.ts';
import { wrongRetraining } from '../../../engine/mutant.ts';
import { inPapersWorld } from '../../vae/same-runs.ts';

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
