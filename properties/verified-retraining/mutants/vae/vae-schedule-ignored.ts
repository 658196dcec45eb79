import type { RunSpecification } from '../../vae/run-specification.ts';
import { inPapersWorld } from '../../vae/same-runs.ts';
import { wrongRetraining } from '../define.ts';

export const vaeScheduleIgnored = wrongRetraining({
  id: 'vae-schedule-ignored',
  title: 'every round keeps the same number of images',
  module: import.meta.url,
  replaced: { kept: (_scheduled, setting) => setting.kept },
  sameAs: withoutSchedule,
});

function withoutSchedule(specification: RunSpecification): RunSpecification {
  const { kept: _, ...arm } = specification.arm;
  return inPapersWorld({ ...specification, arm });
}
