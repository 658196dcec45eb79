import type { RunRecord } from '../../properties/engine/evidence/evidence.ts';
import type { ClaimReport, MutantOutcome } from './claims.ts';

/** A claim that killed a mutant, and the work that it took. */
export interface Killer extends Omit<MutantOutcome, 'mutant' | 'killed'> {
  readonly claim: string;
}

/** A mutant and the claims that it was held against: one row of the kill matrix. */
export interface MutantReport {
  readonly id: string;
  readonly title: string;
  readonly part: string;
  readonly killed: boolean;
  readonly killers: readonly Killer[];
  /** Claims that should have killed it and did not. */
  readonly survived: readonly string[];
}

/** The kill matrix by rows, in the order of the run. */
export function reportMutants(run: RunRecord, claims: readonly ClaimReport[]): MutantReport[] {
  const outcomes = new Map(run.mutants.map(({ id }) => [id, [] as { killed: boolean; by: Killer }[]]));
  for (const claim of claims) {
    for (const { mutant, killed, ...rest } of claim.mutants)
      outcomes.get(mutant)?.push({ killed, by: { claim: claim.id, ...rest } });
  }
  return run.mutants.map(({ id, title, part }) => {
    const tried = outcomes.get(id)!;
    const killers = tried.filter(({ killed }) => killed).map(({ by }) => by);
    const survived = tried.filter(({ killed }) => !killed).map(({ by }) => by.claim);
    return { id, title, part, killed: killers.length > 0, killers, survived };
  });
}
