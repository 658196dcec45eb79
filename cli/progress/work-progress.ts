import cliProgress from 'cli-progress';
import type { RedisAddress } from '../../properties/engine/queue/address.ts';
import type { WorkProgress } from '../../properties/engine/queue/work-options.ts';
import { counted } from '../../reports/wording/numbers.ts';

/** Shows what a worker does, until it is stopped. */
export interface ShownWork extends WorkProgress {
  stop(): void;
}

/** Milliseconds between two lines where there is no terminal. */
const LINE_MS = 10_000;

/** Progress on a stream: one line that is written anew on a terminal, otherwise a line now and then. */
export function workProgressOn(stream: NodeJS.WriteStream, { shown }: RedisAddress): ShownWork {
  const format = '{done} done, {underWay} under way  {duration_formatted}  {name}';
  const line = new cliProgress.SingleBar({ format, stream, hideCursor: true, clearOnComplete: true });
  const said = new Set<string>();
  let done = 0;
  let underWay = 0;
  let last = performance.now();

  const show = (name: string) => {
    if (stream.isTTY) return line.update(done, { done, underWay, name });
    if (performance.now() - last < LINE_MS) return;
    last = performance.now();
    stream.write(`${done} done, ${underWay} under way, last ${name}\n`);
  };
  return {
    waiting: () => stream.write(`waiting for a run at ${shown}\n`),
    joined() {
      stream.write(`working for a run at ${shown}\n`);
      if (stream.isTTY) line.start(1, 0, { done, underWay, name: '' });
    },
    began(name) {
      underWay += 1;
      show(name);
    },
    finished(name) {
      underWay -= 1;
      done += 1;
      show(name);
    },
    left(reason) {
      line.stop();
      stream.write(`${reason}: ${counted(done, 'piece')} of work done\n`);
    },
    complained(message) {
      if (!said.has(message)) stream.write(`claimcheck: ${message}\n`);
      said.add(message);
    },
    stop: () => line.stop(),
  };
}
