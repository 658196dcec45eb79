import type { RunRecord } from '../properties/evidence.ts';
import type { AttackReport, ClaimReport } from './claims.ts';

/** A wrong world and the claims that it was held against: one row of the kill matrix. */
export interface MutantReport {
  readonly id: string;
  readonly title: string;
  readonly part: string;
  readonly killed: boolean;
  readonly killers: readonly (Omit<AttackReport, 'mutant' | 'killed'> & { readonly claim: string })[];
  /** Claims that should have refuted it and did not. */
  readonly survived: readonly string[];
}

/** The kill matrix by rows, in the order of the run. */
export function reportMutants(run: RunRecord, claims: readonly ClaimReport[]): MutantReport[] {
  return run.mutants.map(({ id, title, part }) => {
    const attacks = claims.flatMap((claim) =>
      claim.mutants
        .filter(({ mutant }) => mutant === id)
        .map(({ killed, draw, replicates, by }) => ({ killed, attack: { claim: claim.id, draw, replicates, by } })),
    );
    const killers = attacks.filter(({ killed }) => killed).map(({ attack }) => attack);
    const survived = attacks.filter(({ killed }) => !killed).map(({ attack }) => attack.claim);
    return { id, title, part, killed: killers.length > 0, killers, survived };
  });
}
