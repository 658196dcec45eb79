import { checkLinks } from '../../properties/engine/check-links.ts';
import type { SuiteContent } from '../../properties/engine/suite-content.ts';

/** Refuses a suite whose statements, claims and mutants are not linked soundly. @throws Error with a line an error: the fault is the suite's, not the user's. */
export function requireSoundLinks({
  statements,
  claims,
  mutants,
}: Pick<SuiteContent, 'statements' | 'claims' | 'mutants'>): void {
  const errors = checkLinks(statements, claims, mutants);
  if (errors.length > 0)
    throw new Error(`links between statements, claims and mutants are broken:\n${errors.join('\n')}`);
}
