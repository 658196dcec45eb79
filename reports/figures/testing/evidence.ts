import type { DecisionRecord, EvidenceRecord } from '../../../properties/engine/evidence/evidence.ts';
import { exampleEvidence, exampleRun } from '../../testing/evidence.ts';

/** Evidence with the data of the figures that every report has, made by hand for their tests. */

/** A decision with quantities in its setting, and how the evidence of its one comparison grew. */
export function traced(record: DecisionRecord): DecisionRecord {
  const { outcome, index } = record;
  const refuted = outcome.verdict === 'refuted';
  const trace = {
    replicates: [1, 10, 400],
    support: refuted ? [-1, -5, -90] : [-1, 2, 14],
    refute: refuted ? [0, 5, 21] : [0, -5, -80],
    threshold: { support: 13.8, refute: 20.7 },
  };
  const comparisons = outcome.comparisons.map((comparison) => ({ ...comparison, trace }));
  return { ...record, setting: { n: 30 + index, noise: 2 }, outcome: { ...outcome, comparisons } };
}

/** Its records, in the order of a run. */
export const figureEvidence: readonly EvidenceRecord[] = exampleEvidence.map((record) =>
  record.type === 'decision' ? traced(record) : record,
);

/** The records with other ids for its claims, in their order. */
export const withClaims = (ids: readonly string[]): EvidenceRecord[] => {
  const renamed = (id: string) => ids[exampleRun.claims.findIndex((claim) => claim.id === id)] ?? id;
  return figureEvidence.map((record) => {
    if (record.type === 'run')
      return { ...record, claims: record.claims.map((claim) => ({ ...claim, id: renamed(claim.id) })) };
    return record.type === 'decision' || record.type === 'mutant'
      ? { ...record, claim: renamed(record.claim) }
      : record;
  });
};
