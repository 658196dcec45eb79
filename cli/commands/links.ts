import { checkLinks } from '../../properties/engine/check-links.ts';
import type { SuiteContent } from '../../properties/engine/suite-content.ts';

/** Refuses a suite whose statements, claims and mutants are not linked soundly: our own failure, whatever was typed. @throws Error with a line an error. */
export function requireSoundLinks({
  statements,
  claims,
  mutants,
}: Pick<SuiteContent, 'statements' | 'claims' | 'mutants'>): void {
  const errors = checkLinks(statements, claims, mutants);
  if (errors.length > 0)
    throw new Error(`links between statements, claims and mutants are broken:\n${errors.join('\n')}`);
}
