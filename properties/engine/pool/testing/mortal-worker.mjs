/**
 * For tests: a worker thread that dies as often as the `seed` of its task says, in the way that the `mutant` says. It
 * answers with the number of deaths on the claim.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'piscina';

const { directory } = workerData.checkpoints;

const deaths = {
  exits: () => process.exit(3),
  throws: () =>
    new Promise(() => {
      setImmediate(() => {
        throw new Error('on purpose,\noutside its task');
      });
    }),
  fills() {
    for (const held = []; ; ) held.push(new Array(1e5).fill(held.length));
  },
};

// A module that awaits is imported, as worker-thread.mjs is. Any other is required, and Node 20 crashes when the thread ends meanwhile.
await Promise.resolve();
if (existsSync(join(directory, 'no-more'))) throw new Error('it cannot start');

export default async ({ claim, mutant, seed }) => {
  const marks = join(directory, claim);
  const before = existsSync(marks) ? readFileSync(marks, 'utf8').length : 0;
  if (before < seed) {
    appendFileSync(marks, '+');
    if (mutant === 'last') appendFileSync(join(directory, 'no-more'), '');
    await (deaths[mutant] ?? deaths.exits)();
  }
  if (mutant === 'fails') return { error: { name: 'RangeError', message: 'an ordinary error' } };
  if (mutant === 'full') return { error: { name: 'OutputError', message: 'the disk is full' } };
  return { result: before };
};
