import { expect, test } from 'vitest';
import { exampleEquipment, grows } from '../../../verified-retraining/vae/testing/claims.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { performRun } from './task.ts';

const run = {
  digits: 'procedural',
  setting: 'warm',
  arm: grows.arms.unverified!.arm,
  mutant: null,
  seed: 1,
  replicate: 0,
  rounds: 6,
  observeAll: false,
  samples: false,
} as const;

/** Checkpoints in memory that fail, once, when so many have been saved; and how many were saved. */
function failingAfter(saves: number) {
  const kept = new Map<string, Uint8Array>();
  let saved = 0;
  return {
    saved: () => saved,
    load: async (work: unknown) => kept.get(canonicalJson(work)),
    async save(work: unknown, bytes: Uint8Array) {
      saved += 1;
      if (saved === saves) throw new Error('killed');
      kept.set(canonicalJson(work), bytes);
    },
    async remove() {},
  };
}

test('a run that was killed is done again from its last round, and comes to the same', async () => {
  const task = { run, equipment: exampleEquipment };
  const never = failingAfter(Number.POSITIVE_INFINITY);
  const { curve } = await performRun(task, never);
  const checkpoints = failingAfter(5);
  await expect(performRun(task, checkpoints)).rejects.toThrow('killed');
  expect((await performRun(task, checkpoints)).curve).toEqual(curve);
  // One round was lost, that of the kill.
  expect(checkpoints.saved()).toBe(never.saved() + 1);
});
