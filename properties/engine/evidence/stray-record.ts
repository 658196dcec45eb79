import type { EvidenceRecord, RunRecord } from './evidence.ts';

/** For a run, what makes a record no evidence of it, as the rest of a sentence about the record; undefined for one that is. */
export function strayIn(run: RunRecord): (record: EvidenceRecord) => string | undefined {
  const claims = new Map(
    run.claims.map((claim) => [claim.id, { draws: claim.draws, mutants: new Set(claim.mutants) }]),
  );
  return (record) => {
    // Coverage is taken of more claims than a run may have.
    if (record.type !== 'draw' && record.type !== 'mutant') return undefined;
    const claim = claims.get(record.claim);
    if (claim === undefined) return `is about the claim '${record.claim}', which the run does not have`;
    if (record.type === 'draw' && !(Number.isInteger(record.draw) && record.draw >= 0 && record.draw < claim.draws))
      return `is about draw ${record.draw} of '${record.claim}', which has draws 0 to ${claim.draws - 1}`;
    if (record.type === 'mutant' && !claim.mutants.has(record.mutant))
      return `holds '${record.mutant}' against '${record.claim}', whose mutant it is not`;
    return undefined;
  };
}
