import { populationName } from '../../verified-retraining/vae/population.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { CurveRecord, EvidenceRecord, RunRecord } from './evidence.ts';

/** What a record is about, first what weighs most: numbers are places in the run record, strings tell apart what it does not list. */
type Place = readonly (number | string)[];

/**
 * The records in the order in which a run writes them: the run; claim by claim, its draws by number and its mutants in their order; the
 * curves by population, arm and replicate; illustrations; coverage. What the run record does not list comes after what it does.
 */
export function inEvidenceOrder(run: RunRecord, records: readonly EvidenceRecord[]): EvidenceRecord[] {
  const placeOf = placesIn(run);
  if (isInOrder(records, placeOf)) return [...records];
  return records
    .map((record) => ({ record, place: placeOf(record) }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ record }) => record);
}

/** Most evidence is, and then no place of a hundred thousand is kept. */
function isInOrder(records: readonly EvidenceRecord[], placeOf: (record: EvidenceRecord) => Place): boolean {
  let before: Place = [];
  return records.every((record) => {
    const here = placeOf(record);
    const follows = compare(before, here) <= 0;
    before = here;
    return follows;
  });
}

function placesIn(run: RunRecord): (record: EvidenceRecord) => Place {
  const claimAt = placeAmong(run.claims.map(({ id }) => id));
  const mutantAt = new Map(run.claims.map(({ id, mutants }) => [id, placeAmong(mutants)]));
  const populationAt = placeAmong(run.claims.flatMap(({ retraining, regimes }) => (retraining ? regimes : [])));
  const arms = run.claims.flatMap(({ retraining }) => Object.values(retraining?.arms ?? {}).map(({ arm }) => arm));
  const armAt = placeAmong(arms.map(canonicalJson));
  const curvePlace = (curve: CurveRecord): Place => [
    2,
    ...populationAt(populationName(curve)),
    ...armAt(canonicalJson(curve.arm)),
    curve.replicate,
  ];
  return (record) => {
    switch (record.type) {
      case 'run':
        return [0];
      case 'draw':
        return [1, ...claimAt(record.claim), 0, record.draw];
      case 'mutant':
        return [1, ...claimAt(record.claim), 1, ...(mutantAt.get(record.claim)?.(record.mutant) ?? [0, record.mutant])];
      case 'curve':
        return curvePlace(record);
      case 'illustration':
        return [3, record.illustration];
      case 'coverage':
        return record.claim === null ? [4] : [5, ...claimAt(record.claim)];
    }
  };
}

/** The place of a text among others: its index, and beyond the last of them by the text itself. */
function placeAmong(texts: readonly string[]): (text: string) => readonly [number, string] {
  const places = new Map<string, readonly [number, string]>();
  for (const text of texts) if (!places.has(text)) places.set(text, [places.size, '']);
  return (text) => places.get(text) ?? [texts.length, text];
}

/** Places of one kind of record have the same shape, so that numbers meet numbers and strings meet strings. */
function compare(a: Place, b: Place): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
