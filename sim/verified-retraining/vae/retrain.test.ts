import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../networks/engine.ts';
import { onnxEngine } from '../../networks/engines/onnx/onnx-engine.ts';
import { highest } from './parts.ts';
import { createRetraining, retrain } from './retrain.ts';
import type { CvaeRetrainingOptions } from './run.ts';
import type { Arm, Curve } from './setting.ts';
import { smallRun, smallSetting } from './testing/small-run.ts';

const engine = await onnxEngine();
const unverified: Arm = { keep: 1 };
const strong: Arm = { verifier: { real: {}, lifecycle: 'retrained' }, keep: 0.1 };
const run = (arm: Arm, changed: Partial<CvaeRetrainingOptions> = {}) =>
  retrain({ ...smallRun, engine, arm, ...changed });

/** Runs with which others are compared. */
let verifiedCurve: Curve;
let unverifiedCurve: Curve;
beforeAll(async () => {
  verifiedCurve = await run(strong);
  unverifiedCurve = await run(unverified);
});

/** A checkpoint in memory, and what was saved in it. */
function memory() {
  const saved: Uint8Array[] = [];
  return { saved, load: async () => saved.at(-1), save: async (bytes: Uint8Array) => void saved.push(bytes) };
}

describe('a retraining run', () => {
  it('is reproduced by its seed and replicate, and differs for others', async () => {
    expect(verifiedCurve.rounds.map(({ round }) => round)).toEqual([0, 1, 2]);
    // Another engine has an empty cache.
    expect(await run(strong, { engine: await onnxEngine() })).toEqual(verifiedCurve);
    expect((await run(strong, { seed: 2, rounds: 0 })).rounds[0]).not.toEqual(verifiedCurve.rounds[0]);
    expect((await run(strong, { replicate: 1, rounds: 0 })).rounds[0]).not.toEqual(verifiedCurve.rounds[0]);
  });

  it('starts every arm of a replicate from the same initial model', async () => {
    const { rounds } = await run(unverified, { rounds: 0, engine: await onnxEngine() });
    expect(rounds[0]).toEqual(verifiedCurve.rounds[0]);
  });

  it('does not depend on the runs before it, even if they share a part of it in the cache', async () => {
    const few: Arm = { ...strong, verifier: { real: { count: 100 }, lifecycle: 'retrained' } };
    const sheared: Arm = { ...strong, verifier: { real: { shear: 0.35 }, lifecycle: 'retrained' } };
    const swapped = createRetraining({ targets: { real: 0, generated: 1 } });
    // Only the initial model and the verifier of the first round are cached.
    const rounds = 1;
    const runs = [
      (engine: Engine) => run(strong, { engine, rounds }),
      (engine: Engine) => run({ ...strong, keep: 0.5 }, { engine, rounds }),
      (engine: Engine) => run(few, { engine, rounds }),
      (engine: Engine) => run(sheared, { engine, rounds }),
      (engine: Engine) => run(strong, { engine, rounds, samples: true }),
      (engine: Engine) => swapped({ ...smallRun, arm: strong, engine, rounds }),
    ];
    const used = await onnxEngine();
    for (const each of runs) expect(await each(used)).toEqual(await each(await onnxEngine()));
  });

  it('equals an unverified run when the verifier keeps everything', async () => {
    expect(await run({ ...strong, keep: 1 })).toEqual(unverifiedCurve);
    expect(verifiedCurve).not.toEqual(unverifiedCurve);
  });

  it('continues from a checkpoint as if it had not stopped, and returns only the rounds that were asked for', async () => {
    const checkpoint = memory();
    const short = await run(strong, { rounds: 1, checkpoint });
    expect(checkpoint.saved).toHaveLength(2);
    expect(await run(strong, { checkpoint })).toEqual(verifiedCurve);
    expect(checkpoint.saved).toHaveLength(4);
    expect(await run(strong, { rounds: 1, checkpoint })).toEqual(short);
  });

  it('starts again when its checkpoint is damaged or cut short', async () => {
    const whole = memory();
    const curve = await run(strong, { rounds: 1, checkpoint: whole });
    const bytes = whole.saved.at(-1)!;
    const flipped = Uint8Array.from(bytes);
    flipped[bytes.length >> 1]! ^= 1;
    for (const damaged of [flipped, bytes.subarray(0, 100), bytes.subarray(0, 3), new Uint8Array(0)]) {
      const checkpoint = { ...memory(), load: async () => damaged };
      expect(await run(strong, { rounds: 1, checkpoint })).toEqual(curve);
    }
  });

  it('freezes a verifier after its first training, or retrains it, as the arm says', async () => {
    const frozen = await run(
      { ...strong, verifier: { real: {}, lifecycle: 'frozen' } },
      { engine: await onnxEngine() },
    );
    expect(frozen.rounds[1]).toEqual(verifiedCurve.rounds[1]);
    expect(frozen.rounds[2]).not.toEqual(verifiedCurve.rounds[2]);
  });

  it('measures the distance to the reference with the images that the verifier takes for real', async () => {
    const sheared: Arm = { ...strong, verifier: { real: { shear: 0.35 }, lifecycle: 'retrained' } };
    const { rounds } = await run(sheared, { rounds: 1 });
    for (const { frechet, frechetToReference } of rounds) expect(frechetToReference).not.toBe(frechet);
    for (const { frechet, frechetToReference } of verifiedCurve.rounds) expect(frechetToReference).toBe(frechet);
  });

  it('keeps the number of images that the schedule says', async () => {
    const sizes: number[] = [];
    const watched = createRetraining({
      kept: (size) => {
        sizes.push(size);
        return size;
      },
    });
    const arm = { ...strong, kept: { first: 0.5, step: 1 } };
    await watched({ ...smallRun, engine, arm, rounds: 3 });
    expect(sizes).toEqual([50, 150, 250]);
  });

  it('starts from fresh weights where the setting says so', async () => {
    const fresh = await run(unverified, { rounds: 1, setting: { ...smallSetting, weights: 'fresh' } });
    expect(fresh.rounds[0]).toEqual(unverifiedCurve.rounds[0]);
    expect(fresh.rounds[1]).not.toEqual(unverifiedCurve.rounds[1]);
  });

  it('trains on means where the arm says so', async () => {
    const mean = await run({ ...unverified, images: 'mean' }, { rounds: 1 });
    expect(mean.rounds[0]).toEqual(unverifiedCurve.rounds[0]);
    expect(mean.rounds[1]).not.toEqual(unverifiedCurve.rounds[1]);
  });

  it('samples an image of each class in every round from the same latent noise', async () => {
    const { samples } = await run(unverified, { samples: true });
    const bytes = Buffer.from(samples!, 'base64');
    expect(bytes).toHaveLength(3 * 10 * 14 ** 2);
    const setting = { ...smallSetting, roundSteps: 0 };
    const still = await run(unverified, { samples: true, rounds: 1, setting });
    const unchanged = Buffer.from(still.samples!, 'base64');
    expect(unchanged.subarray(0, 1960)).toEqual(unchanged.subarray(1960, 3920));
    expect(bytes.subarray(0, 1960)).not.toEqual(bytes.subarray(1960, 3920));
  });

  it('observes the expensive metrics when asked to', async () => {
    const { rounds } = await run(unverified, { observeAll: true, rounds: 0 });
    const { classifierFrechet, negativeElbo, labelAccuracy, precision, recall } = rounds[0]!;
    expect(classifierFrechet).toBeGreaterThan(0);
    expect(negativeElbo).toBeGreaterThan(0);
    for (const share of [labelAccuracy, precision, recall]) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });
});

describe('highest', () => {
  it('gives the places of the highest scores in ascending order, of equal scores the first', () => {
    expect([...highest(Float32Array.of(3, 1, 4, 1, 5, 9, 2, 6), 3)]).toEqual([4, 5, 7]);
    expect([...highest(Float32Array.of(1, 2, 2, 2, 0), 2)]).toEqual([1, 2]);
    expect([...highest(Float32Array.of(2, 2, 5), 2)]).toEqual([0, 2]);
    expect([...highest(Float32Array.of(-5, 10, -7, 30), 4)]).toEqual([0, 1, 2, 3]);
  });
});
