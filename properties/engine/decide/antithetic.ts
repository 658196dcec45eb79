/** The random streams of replicates, and the same streams reflected: every normal of a reflected stream is negated. */
interface Streams<Stream> {
  stream(replicate: number): Stream;
  reflected(replicate: number): Stream;
}

/**
 * Observes antithetic pairs (Hammersley & Morton 1956). An observation is the mean of two runs: one run on the stream of the replicate, and one
 * on its reflection. Each of the two runs has the law of a single run, and different pairs are independent. Means and ranges therefore stay what
 * they are, and so does every guarantee of a decision. Whatever is linear in the noise cancels. A pair is worth its two runs where its variance
 * is less than half of that of one run.
 * @param observe fills `out` from one run on the given stream.
 * @param count number of observations of a run.
 */
export function antithetic<Stream>(
  { stream, reflected }: Streams<Stream>,
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
