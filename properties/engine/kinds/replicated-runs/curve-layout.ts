import { canonicalJson } from '../../canonical-json.ts';
import type { ObservationRecord, RunRecord } from '../../evidence/evidence.ts';
import { placeAmong } from '../../evidence/place-among.ts';
import type { ObservationLayout } from '../kind-of-work.ts';
import type { CurveRecord } from './curve-record.ts';
import { replicationOf } from './description.ts';
import { firstSamples } from './run-cache.ts';

/** Curves are ordered and told apart by population, arm and replicate. */
export const curveLayout: ObservationLayout = {
  order(run: RunRecord) {
    const replicated = run.claims.filter((claim) => replicationOf(claim) !== null);
    const arms = replicated.flatMap((claim) => Object.values(replicationOf(claim)!.arms).map(({ arm }) => arm));
    const populationAt = placeAmong(replicated.flatMap(({ strata }) => strata));
    const armAt = placeAmong(arms.map(canonicalJson));
    return (record) => {
      const { populationName, arm, replicate } = record as CurveRecord;
      return [...populationAt(populationName), ...armAt(canonicalJson(arm)), replicate];
    };
  },
  subjectOf(record) {
    const { population, arm, replicate } = record as CurveRecord;
    return [population, arm, replicate];
  },
  /** Of two curves of one run the longer is taken: decisions look at different numbers of its rounds. */
  combine(a: ObservationRecord, b: ObservationRecord) {
    const [left, right] = [a, b] as [CurveRecord, CurveRecord];
    const [short, long] = left.rounds.length <= right.rounds.length ? [left, right] : [right, left];
    return canonicalJson(short) === canonicalJson(startOf(long, short)) ? long : undefined;
  },
  // Networks agree to the last bit on one kind of processor alone.
  mayDiffer: true,
  belongsTo: () => true,
  flawOf(record) {
    const curve = record as CurveRecord;
    if (curve.samples === undefined || sampleSide(curve) !== undefined) return undefined;
    return 'has sample images that are not ten squares a round';
  },
};

/** The rounds of a curve that another one has too. */
function startOf(curve: CurveRecord, { rounds, samples }: CurveRecord): CurveRecord {
  const { samples: _, ...rest } = curve;
  const start = firstSamples(curve, rounds.length);
  const kept = { ...rest, rounds: curve.rounds.slice(0, rounds.length) };
  return samples === undefined || start === undefined ? kept : { ...kept, samples: start };
}

/** Sample images of a round. */
const IMAGES_A_ROUND = 10;

/** Pixels along an edge of a curve's sample images; undefined when they are not ten squares a round. */
export function sampleSide({ rounds, samples = '' }: Pick<CurveRecord, 'rounds' | 'samples'>): number | undefined {
  const side = Math.sqrt(Buffer.from(samples, 'base64').length / (rounds.length * IMAGES_A_ROUND));
  return Number.isInteger(side) && side > 0 ? side : undefined;
}
