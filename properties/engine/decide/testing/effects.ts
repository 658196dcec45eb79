import { streamFamily } from '../../../../sim/random/stream.ts';

/** Normal effects with the given means and standard deviation. Each replicate has its own random stream. */
export const normals =
  (means: readonly number[], deviation = 0.25) =>
  async (replicate: number) => {
    const stream = streamFamily(1, 'effects', 0).at(replicate);
    return means.map((mean) => mean + deviation * stream.normal());
  };

/** The given effects of replicate 0, 1, …. Each row has the observations of one effect. */
export const fixed =
  (...rows: readonly (readonly number[])[]) =>
  async (replicate: number) =>
    rows.map((row) => row[replicate]!);
