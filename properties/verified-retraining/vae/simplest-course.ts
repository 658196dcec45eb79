import type { Course } from '../../engine/kinds/replicated-runs/laboratory.ts';
import { mutantById } from '../mutants/index.ts';
import { bySimplestArm } from './same-runs.ts';

/** The simplest course of the paper's world or a mutant's whose curve is that of the given one bit for bit. */
export function simplestCourse(course: Course): Course {
  const sameAs = course.mutant === null ? undefined : mutantById(course.mutant).sameAs;
  return bySimplestArm(sameAs === undefined ? course : sameAs(course));
}
