import type { Arm } from '../../../sim/verified-retraining/vae/setting.ts';
import type { RunSpecification } from './run-specification.ts';

/** The specification in the paper's world, for a mutant whose mistake does not show in it. */
export const inPapersWorld = (specification: RunSpecification): RunSpecification => ({
  ...specification,
  mutant: null,
});

/** Whether scores decide what an arm keeps: a mistake in verifying shows in no other. */
export const selects = ({ verifier, keep }: Arm): boolean => verifier !== undefined && keep < 1;

/** The same specification, for a mutant whose mistake shows where scores decide what is kept, and nowhere else. */
export const whereSelected = (specification: RunSpecification): RunSpecification =>
  selects(specification.arm) ? specification : inPapersWorld(specification);

/** The same specification, for a mutant that never asks for scores: what its verifier has learned matters for the reference alone. */
export function withoutScores(specification: RunSpecification): RunSpecification {
  const { arm } = specification;
  if (arm.verifier === undefined || !selects(arm)) return inPapersWorld(specification);
  const { count: _, ...distortion } = arm.verifier.real;
  return { ...specification, arm: { ...arm, verifier: { real: distortion, lifecycle: 'frozen' } } };
}

/** A specification of one round at most by the simplest arm that begins with the same round. A longer one is itself. */
export function bySimplestArm(specification: RunSpecification): RunSpecification {
  const { verifier, kept, ...rest } = specification.arm;
  if (specification.rounds > 1) return specification;
  const arm = {
    ...rest,
    // The first round is trained before a verifier can be retrained, and precedes all growth.
    ...(verifier === undefined ? {} : { verifier: { ...verifier, lifecycle: 'retrained' as const } }),
    ...(kept === undefined ? {} : { kept: { first: kept.first, step: 0 } }),
  };
  return { ...specification, arm };
}
