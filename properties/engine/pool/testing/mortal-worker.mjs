/** For tests: a worker thread that dies, as the `mutant` of its task says, as often as its `seed` says, and answers with the deaths on that claim. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'piscina';

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

if (existsSync(join(workerData.directory, 'no-more'))) throw new Error('it cannot start');

export default async ({ claim, mutant, seed }) => {
  const marks = join(workerData.directory, claim);
  const before = existsSync(marks) ? readFileSync(marks, 'utf8').length : 0;
  if (before < seed) {
    appendFileSync(marks, '+');
    if (mutant === 'last') appendFileSync(join(workerData.directory, 'no-more'), '');
    await (deaths[mutant] ?? deaths.exits)();
  }
  if (mutant === 'fails') return { error: { name: 'RangeError', message: 'an ordinary error' } };
  if (mutant === 'full') return { error: { name: 'OutputError', message: 'the disk is full' } };
  return { result: before };
};
