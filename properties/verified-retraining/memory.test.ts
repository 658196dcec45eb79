import { expect, test } from 'vitest';
import { streamFamily } from '../../sim/random/stream.ts';
import { type DesignName, prepareRetraining } from '../../sim/verified-retraining/regression/index.ts';
import { equals } from '../engine/decide/comparison.ts';
import { decideMeans } from '../engine/decide/decide-means.ts';
import { collectGarbage } from '../engine/pool/collect-garbage.ts';

/** The least that a replicate could leave behind: an object of a few numbers, in bytes. */
const LEAK = 64;
const REPLICATES = 2000;
/** Half of what such leaks would hold: they and the compiler's own memory lie on either side of it. */
const MOST = (REPLICATES * LEAK) / 2;
/** Stretches of so many replicates, of whose growth the middle is taken: the compiler may keep something in one, a leak shows in all. */
const STRETCHES = 7;
/** Stretches before them, while the code is still being compiled. */
const WARM_UP = 3;

test('replicates of all designs and their decision leave nothing behind', () => {
  // Where the truth is the knowledge center, at the origin, every estimate is as likely as its negative: of mean 0.
  const setting = {
    thetaStar: [0, 0],
    knowledgeCenter: [0, 0],
    radius: 0.4,
    noise: 1,
    noiseAllowance: 0.8,
    singularValues: [5, 4],
  };
  const designs: DesignName[] = ['block', 'standard-basis', 'gaussian', 'unit-sphere'];
  const runs = designs.map((design) => prepareRetraining(setting, [5, 10], 2, { design }));
  const family = streamFamily(1, 'memory', 0);
  const heap: number[] = [];
  // A zone so narrow that the decision stays open throughout.
  const { verdict } = decideMeans(
    [equals('v_1ᵀθ̂₂', 0, 1e-6)],
    (replicate, out) => {
      out[0] = runs[replicate % runs.length]!.run(family.at(replicate)).estimates[4]!;
      if (replicate % REPLICATES > 0) return;
      collectGarbage();
      heap.push(process.memoryUsage().heapUsed);
    },
    { falseSupport: 1e-6, falseRefutation: 1e-6, maximumReplicates: (WARM_UP + STRETCHES) * REPLICATES + 1 },
  );
  expect(verdict).toBe('undecided');
  const growth = heap.slice(WARM_UP, -1).map((used, stretch) => heap[WARM_UP + stretch + 1]! - used);
  expect(growth).toHaveLength(STRETCHES);
  expect(growth.sort((a, b) => a - b)[STRETCHES >> 1]).toBeLessThan(MOST);
});
