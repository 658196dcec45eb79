import type { Claim } from '../../properties/engine/claim.ts';
import type { SuiteContent } from '../../properties/engine/suite-content.ts';
import { nearest, UsageError } from '../usage.ts';

/** Claims that an error suggests for an unknown id. */
const SUGGESTIONS = 3;

/**
 * The claims of the given ids in the order of the suite, each once; all when no id is given.
 * @throws UsageError naming an unknown id and the nearest known ones.
 */
export function chooseClaims(
  { id: suite, claims }: Pick<SuiteContent, 'id' | 'claims'>,
  ids: readonly string[] | undefined,
): readonly Claim[] {
  if (ids === undefined) return claims;
  const known = claims.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const suggestions = nearest(unknown, known, SUGGESTIONS).join(', ');
    throw new UsageError(
      `unknown claim '${unknown}' of suite ${suite}: nearest are ${suggestions} (all: claimcheck claims --suite ${suite})`,
    );
  }
  return claims.filter(({ id }) => ids.includes(id));
}
