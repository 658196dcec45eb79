import type { Kinds } from './combine-records.ts';
import type { EvidenceRecord, RunRecord } from './evidence.ts';
import { placeAmong } from './place-among.ts';

/** The place of a record in the evidence. Numbers are places in the run record; texts order what the run record does not list. */
type Place = readonly (number | string)[];

/**
 * The records in the order in which a run writes them: the run record; for each claim its settings by index, then its
 * mutants; the observations of each kind of work; coverage. What the run record does not list comes after what it
 * lists.
 */
export function inEvidenceOrder(run: RunRecord, records: readonly EvidenceRecord[], kinds: Kinds): EvidenceRecord[] {
  const placeOf = placesIn(run, kinds);
  if (isInOrder(records, placeOf)) return [...records];
  return records
    .map((record) => ({ record, place: placeOf(record) }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ record }) => record);
}

/** Most evidence is in order. Then the places of its records, a hundred thousand perhaps, are not kept. */
function isInOrder(records: readonly EvidenceRecord[], placeOf: (record: EvidenceRecord) => Place): boolean {
  let before: Place = [];
  return records.every((record) => {
    const here = placeOf(record);
    const follows = compare(before, here) <= 0;
    before = here;
    return follows;
  });
}

function placesIn(run: RunRecord, kinds: Kinds): (record: EvidenceRecord) => Place {
  const claimAt = placeAmong(run.claims.map(({ id }) => id));
  const mutantAt = new Map(run.claims.map(({ id, mutants }) => [id, placeAmong(mutants)]));
  const kindAt = placeAmong(kinds.map(({ id }) => id));
  const orders = new Map(kinds.map(({ id, observations }) => [id, observations?.order(run)]));
  return (record) => {
    switch (record.type) {
      case 'run':
        return [0];
      case 'decision':
        return [1, ...claimAt(record.claim), 0, record.index];
      case 'mutant':
        return [1, ...claimAt(record.claim), 1, ...(mutantAt.get(record.claim)?.(record.mutant) ?? [0, record.mutant])];
      case 'observation':
        return [2, ...kindAt(record.kind), ...(orders.get(record.kind)?.(record) ?? [])];
      case 'coverage':
        return record.claim === null ? [3] : [4, ...claimAt(record.claim)];
    }
  };
}

/** Places of one type of record have the same shape: numbers meet numbers, and texts meet texts. */
function compare(a: Place, b: Place): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
