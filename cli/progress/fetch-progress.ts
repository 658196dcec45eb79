import cliProgress from 'cli-progress';
import type { FetchEvent } from '../../sim/digits/fetch/fetch.ts';

/** Shows how files are fetched, until it is stopped. */
export interface FetchProgress {
  onEvent(event: FetchEvent): void;
  stop(): void;
}

/** Progress on a stream: a line for each file that is done or has failed, and on a terminal a bar for the one under way. */
export function fetchProgressOn(stream: NodeJS.WriteStream): FetchProgress {
  // The bar hides no cursor and lets lines wrap, because an interrupt leaves the terminal as the bar has set it.
  const format = '{bar} {megabytes} MB  {file}';
  const bar = new cliProgress.SingleBar(
    { format, stream, linewrap: true, clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  );
  return {
    onEvent(event) {
      if (event.type === 'bytes') {
        if (!stream.isTTY) return;
        const { file, bytes, total = bytes } = event;
        const shown = { file, megabytes: (bytes / 1e6).toFixed(1) };
        if (!bar.isActive) bar.start(total, bytes, shown);
        bar.setTotal(total);
        bar.update(bytes, shown);
      } else {
        bar.stop();
        stream.write(`${line(event)}\n`);
      }
    },
    stop: () => bar.stop(),
  };
}

function line(event: Exclude<FetchEvent, { type: 'bytes' }>): string {
  switch (event.type) {
    case 'present':
      return `${event.file} is there`;
    case 'asked':
      return `${event.file} from ${event.mirror}`;
    case 'fetched':
      return `${event.file} downloaded`;
    case 'failed':
      return `${event.file}: ${event.mirror}: ${event.reason}`;
  }
}
