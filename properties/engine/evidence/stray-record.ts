import type { EvidenceRecord, RunRecord } from './evidence.ts';

/** A function that says, as the rest of a sentence, why a record is no evidence of a run; undefined for a record that is. */
export function strayIn(run: RunRecord): (record: EvidenceRecord) => string | undefined {
  const claims = new Map(
    run.claims.map((claim) => [claim.id, { settings: claim.settings, mutants: new Set(claim.mutants) }]),
  );
  return (record) => {
    // Coverage may be of more claims than the run has.
    if (record.type !== 'decision' && record.type !== 'mutant') return undefined;
    const claim = claims.get(record.claim);
    if (claim === undefined) return `is about the claim '${record.claim}', which the run does not have`;
    if (record.type === 'decision' && !isIndex(record.index, claim.settings))
      return `is about setting ${record.index} of '${record.claim}', which has settings 0 to ${claim.settings - 1}`;
    if (record.type === 'mutant' && !claim.mutants.has(record.mutant))
      return `holds '${record.mutant}' against '${record.claim}', whose mutant it is not`;
    return undefined;
  };
}

function isIndex(index: number, count: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < count;
}
