import type { RunRecord } from '../../properties/engine/evidence/evidence.ts';
import type { AttackReport, ClaimReport } from './claims.ts';

/** A claim that refuted a wrong world, and what that took. */
export interface Killer extends Omit<AttackReport, 'mutant' | 'killed'> {
  readonly claim: string;
}

/** A wrong world and the claims that it was held against: one row of the kill matrix. */
export interface MutantReport {
  readonly id: string;
  readonly title: string;
  readonly part: string;
  readonly killed: boolean;
  readonly killers: readonly Killer[];
  /** Claims that should have refuted it and did not. */
  readonly survived: readonly string[];
}

/** The kill matrix by rows, in the order of the run. */
export function reportMutants(run: RunRecord, claims: readonly ClaimReport[]): MutantReport[] {
  const attacks = new Map(run.mutants.map(({ id }) => [id, [] as { killed: boolean; attack: Killer }[]]));
  for (const claim of claims) {
    for (const { mutant, killed, draw, replicates, by } of claim.mutants)
      attacks.get(mutant)?.push({ killed, attack: { claim: claim.id, draw, replicates, by } });
  }
  return run.mutants.map(({ id, title, part }) => {
    const tried = attacks.get(id)!;
    const killers = tried.filter(({ killed }) => killed).map(({ attack }) => attack);
    const survived = tried.filter(({ killed }) => !killed).map(({ attack }) => attack.claim);
    return { id, title, part, killed: killers.length > 0, killers, survived };
  });
}
