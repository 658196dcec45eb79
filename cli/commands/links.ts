import { checkLinks } from '../../properties/engine/check-links.ts';
import { claims } from '../../properties/verified-retraining/claims/index.ts';
import { mutants } from '../../properties/verified-retraining/mutants/index.ts';
import { statements } from '../../theory/verified-retraining/statements/index.ts';

interface Suite {
  readonly statements: Parameters<typeof checkLinks>[0];
  readonly claims: Parameters<typeof checkLinks>[1];
  readonly mutants: Parameters<typeof checkLinks>[2];
}

/** Refuses a suite whose statements, claims and mutants are not linked soundly: our own failure, whatever was typed. @throws Error with a line an error. */
export function requireSoundLinks(suite: Suite = { statements, claims, mutants }): void {
  const errors = checkLinks(suite.statements, suite.claims, suite.mutants);
  if (errors.length > 0)
    throw new Error(`links between statements, claims and mutants are broken:\n${errors.join('\n')}`);
}
