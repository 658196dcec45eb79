import { expect, test } from 'vitest';
import type { Engine } from '../../../sim/networks/engine.ts';
import { onnxEngine } from '../../../sim/networks/engines/onnx/onnx-engine.ts';
import type { Curve } from '../../../sim/verified-retraining/vae/index.ts';
import { smallRun } from '../../../sim/verified-retraining/vae/testing/small-run.ts';
import { canonicalJson } from '../../engine/canonical-json.ts';
import type { Course } from '../../engine/kinds/replicated-runs/laboratory.ts';
import { retrainingClaims } from '../claims/index.ts';
import { mutantById } from '../mutants/index.ts';
import { paperWorld } from '../world.ts';
import * as arms from './arms.ts';
import { bySimplestArm } from './same-runs.ts';

/** Runs of one engine share their beginnings: a course and the one that takes its place must not. */
const [one, other] = [await onnxEngine(), await onnxEngine()];
const done = new Map([one, other].map((each) => [each, new Map<string, Promise<Curve>>()]));

/** The curve of a course in a small setting, run as it is: nothing takes its place. */
function curveOf(course: Course, engine: Engine): Promise<Curve> {
  const key = canonicalJson(course);
  const { mutant, ...options } = course;
  const world = mutant === null ? paperWorld : mutantById(mutant).world;
  const curve = done.get(engine)!.get(key) ?? world.retrain({ ...smallRun, ...options, engine });
  done.get(engine)!.set(key, curve);
  return curve;
}

const rounds = 2;
const attacks = retrainingClaims.flatMap((claim) =>
  claim.mutants.flatMap((mutant) =>
    Object.values(claim.arms).map(({ arm }) => ({ mutant, arm, replicate: 1, rounds })),
  ),
);
const replaced = attacks.flatMap((course) => {
  const same = mutantById(course.mutant).sameAs?.(course) ?? course;
  return canonicalJson(same) === canonicalJson(course) ? [] : [[course, same] as const];
});

test('a course that takes the place of a mutant’s has its very curve', async () => {
  const named = retrainingClaims.flatMap(({ mutants }) => mutants).filter((id) => mutantById(id).sameAs !== undefined);
  expect(new Set(replaced.map(([{ mutant }]) => mutant))).toEqual(new Set(named));
  for (const [course, same] of replaced)
    expect(await curveOf(same, other), canonicalJson(course)).toEqual(await curveOf(course, one));
});

test('an arm that takes the place of another one in the first round has its very curve', async () => {
  for (const arm of [arms.frozen, arms.growing]) {
    const course = { arm, mutant: null, replicate: 0, rounds: 1 };
    expect(bySimplestArm(course)).not.toEqual(course);
    expect(await curveOf(bySimplestArm(course), other)).toEqual(await curveOf(course, one));
    expect(bySimplestArm({ ...course, rounds })).toEqual({ ...course, rounds });
  }
});
