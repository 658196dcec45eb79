import cliProgress from 'cli-progress';

/** Shows how a measurement of coverage proceeds, until it is stopped. */
export interface CoverageProgress {
  measured(claim: string, place: number, all: number): void;
  stop(): void;
}

/** Progress on a stream: a bar on a terminal, otherwise a line a claim. */
export function coverageProgress(stream: NodeJS.WriteStream): CoverageProgress {
  if (!stream.isTTY) {
    return { measured: (claim, place, all) => stream.write(`[${place + 1}/${all}] ${claim}\n`), stop() {} };
  }
  const format = '{bar} {percentage} %  {value}/{total} claims  {duration_formatted}  {claim}';
  const bar = new cliProgress.SingleBar(
    { format, stream, hideCursor: true, clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(1, 0, { claim: 'loading' });
  return {
    measured(claim, place, all) {
      bar.setTotal(all);
      bar.update(place + 1, { claim });
    },
    stop: () => bar.stop(),
  };
}
