import type { CurveRecord } from './evidence.ts';

/** Sample images of a round, one a class. */
const CLASSES = 10;

/** Pixels along an edge of a curve's sample images; undefined when they are not ten squares a round. */
export function sampleSide({ rounds, samples = '' }: Pick<CurveRecord, 'rounds' | 'samples'>): number | undefined {
  const side = Math.sqrt(Buffer.from(samples, 'base64').length / (rounds.length * CLASSES));
  return Number.isInteger(side) && side > 0 ? side : undefined;
}
