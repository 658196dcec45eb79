import { redisAddress } from '../address.ts';
import { work } from '../work.ts';
import { suite } from './halting-walks.ts';

/** For tests, as a process of its own: takes work of runs about walks from the Redis that the command line names, on one thread, until SIGTERM. */

const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
const say = (line: string) => process.stdout.write(`${line}\n`);

await work(redisAddress(process.argv[2]!), {
  suiteOf: async (id) => (id === suite.id ? suite : undefined),
  workers: 1,
  local: {},
  idle: 60,
  signal: stop.signal,
  progress: {
    waiting: () => say('waiting'),
    joined: () => say('joined'),
    began: (name) => say(`began ${name}`),
    finished: (name) => say(`finished ${name}`),
    left: say,
    complained: say,
  },
});
