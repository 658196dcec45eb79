import type { Arm } from '../../../sim/verified-retraining/vae/setting.ts';
import type { Course } from '../../engine/kinds/replicated-runs/laboratory.ts';

/** The course in the paper's world, for a mutant whose mistake does not show in it. */
export const inPapersWorld = (course: Course): Course => ({ ...course, mutant: null });

/** Whether scores decide what an arm keeps: a mistake in verifying shows in no other. */
export const selects = ({ verifier, keep }: Arm): boolean => verifier !== undefined && keep < 1;

/** The same course, for a mutant whose mistake shows where scores decide what is kept, and nowhere else. */
export const whereSelected = (course: Course): Course => (selects(course.arm) ? course : inPapersWorld(course));

/** The same course, for a mutant that never asks for scores: what its verifier has learned matters for the reference alone. */
export function withoutScores(course: Course): Course {
  const { arm } = course;
  if (arm.verifier === undefined || !selects(arm)) return inPapersWorld(course);
  const { count: _, ...distortion } = arm.verifier.real;
  return { ...course, arm: { ...arm, verifier: { real: distortion, lifecycle: 'frozen' } } };
}

/** A course of one round at most by the simplest arm that begins with the same round. A longer one is itself. */
export function bySimplestArm(course: Course): Course {
  const { verifier, kept, ...rest } = course.arm;
  if (course.rounds > 1) return course;
  const arm = {
    ...rest,
    // The first round is trained before a verifier can be retrained, and precedes all growth.
    ...(verifier === undefined ? {} : { verifier: { ...verifier, lifecycle: 'retrained' as const } }),
    ...(kept === undefined ? {} : { kept: { first: kept.first, step: 0 } }),
  };
  return { ...course, arm };
}
