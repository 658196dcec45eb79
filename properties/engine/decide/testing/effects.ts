import { streamFamily } from '../../../../sim/random/stream.ts';

/** Normal effects with the given means, one stream a replicate of a run. */
export const normals =
  (means: readonly number[], deviation = 0.25, run = 0) =>
  async (replicate: number) => {
    const stream = streamFamily(1, 'effects', run).at(replicate);
    return means.map((mean) => mean + deviation * stream.normal());
  };

/** The given effects of replicate 0, 1, …, one effect a row. */
export const fixed =
  (...rows: readonly (readonly number[])[]) =>
  async (replicate: number) =>
    rows.map((row) => row[replicate]!);
