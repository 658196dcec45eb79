import type { Curve } from '../../../../sim/verified-retraining/vae/index.ts';

/** The curve up to a round, as if the run had ended there. */
export function firstRounds({ rounds, samples }: Curve, last: number): Curve {
  const kept = rounds.slice(0, last + 1);
  if (samples === undefined) return { rounds: kept };
  const bytes = Buffer.from(samples, 'base64');
  const share = bytes.subarray(0, (bytes.length / rounds.length) * kept.length);
  return { rounds: kept, samples: share.toString('base64') };
}
