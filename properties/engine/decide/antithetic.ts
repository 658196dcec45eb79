import type { Stream } from '../../../sim/random/stream.ts';
import type { Trial } from '../kinds/drawn-settings/claim.ts';

/**
 * Observations of antithetic pairs (Hammersley & Morton 1956): each is the mean of two runs, one on the stream of the replicate and one
 * on its reflection. Either run has the law of any run and pairs are independent, so that means and ranges stay what they are, and with them
 * every guarantee of a decision. What is linear in the noise cancels: worth its two runs where the variance of one falls by more than half.
 * @param observe fills `out` from one run on that stream.
 * @param count observations a run.
 */
export function antithetic(
  { stream, reflected }: Pick<Trial, 'stream' | 'reflected'>,
  count: number,
  observe: (stream: Stream, out: Float64Array) => void,
): (replicate: number, out: Float64Array) => void {
  const opposite = new Float64Array(count);
  return (replicate, out) => {
    observe(stream(replicate), out);
    observe(reflected(replicate), opposite);
    for (let i = 0; i < count; i += 1) out[i] = (out[i]! + opposite[i]!) / 2;
  };
}
