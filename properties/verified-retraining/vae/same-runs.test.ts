import { expect, test } from 'vitest';
import type { Engine } from '../../../sim/networks/engine.ts';
import { onnxEngine } from '../../../sim/networks/engines/onnx/onnx-engine.ts';
import type { Curve } from '../../../sim/verified-retraining/vae/index.ts';
import { smallRun } from '../../../sim/verified-retraining/vae/testing/small-run.ts';
import { canonicalJson } from '../../engine/canonical-json.ts';
import { named } from '../../engine/suite-content.ts';
import { claims } from '../claims/index.ts';
import { mutants } from '../mutants/index.ts';
import { paperWorld } from '../world.ts';
import * as arms from './arms.ts';
import type { VaeClaim } from './claim.ts';
import type { VaeMutant } from './mutant.ts';
import type { RunSpecification } from './run-specification.ts';
import { bySimplestArm } from './same-runs.ts';

const retrainingClaims = claims.filter((claim): claim is VaeClaim => claim.group === 'vae');
const mutantById = (id: string): VaeMutant => named('mutant', mutants, id);

/** Runs of one engine share their beginnings: a run and the one that takes its place must not. */
const [one, other] = [await onnxEngine(), await onnxEngine()];
const done = new Map([one, other].map((each) => [each, new Map<string, Promise<Curve>>()]));

/** The curve of a run in a small setting, carried out as specified: no other run takes its place. */
function curveOf(specification: RunSpecification, engine: Engine): Promise<Curve> {
  const key = canonicalJson(specification);
  const { mutant, ...options } = specification;
  const world = mutant === null ? paperWorld : mutantById(mutant).world;
  const curve = done.get(engine)!.get(key) ?? world.retrain({ ...smallRun, ...options, engine });
  done.get(engine)!.set(key, curve);
  return curve;
}

const rounds = 2;
const mutated = retrainingClaims.flatMap((claim) =>
  claim.mutants.flatMap((mutant) =>
    Object.values(claim.arms).map(({ arm }) => ({ mutant, arm, replicate: 1, rounds })),
  ),
);
const replaced = mutated.flatMap((specification) => {
  const same = mutantById(specification.mutant).sameAs?.(specification) ?? specification;
  return canonicalJson(same) === canonicalJson(specification) ? [] : [[specification, same] as const];
});

test('a run that takes the place of a mutant’s has its very curve', async () => {
  const named = retrainingClaims.flatMap(({ mutants }) => mutants).filter((id) => mutantById(id).sameAs !== undefined);
  expect(new Set(replaced.map(([{ mutant }]) => mutant))).toEqual(new Set(named));
  for (const [specification, same] of replaced)
    expect(await curveOf(same, other), canonicalJson(specification)).toEqual(await curveOf(specification, one));
});

test('an arm that takes the place of another one in the first round has its very curve', async () => {
  for (const arm of [arms.frozen, arms.growing]) {
    const specification = { arm, mutant: null, replicate: 0, rounds: 1 };
    expect(bySimplestArm(specification)).not.toEqual(specification);
    expect(await curveOf(bySimplestArm(specification), other)).toEqual(await curveOf(specification, one));
    expect(bySimplestArm({ ...specification, rounds })).toEqual({ ...specification, rounds });
  }
});
