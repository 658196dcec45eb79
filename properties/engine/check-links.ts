import type { Statement } from '../../theory/manifest/statement.ts';
import type { Claim } from './claim.ts';
import type { Suite } from './suite.ts';

type Identified = { readonly id: string };

/**
 * Checks every link between statements, claims and mutants, both ways. An error is an id that is there twice or is unknown, a statement to be
 * checked that has no claim, a claim without a statement or without a mutant, and a mutant without a claim.
 * @returns a line for each error.
 */
export function checkLinks(
  statements: readonly Statement[],
  claims: readonly Pick<Claim, 'id' | 'statements' | 'mutants'>[],
  mutants: readonly Identified[],
): string[] {
  const scopes = new Map(statements.map(({ id, scope }) => [id, scope.status]));
  const known = new Set(mutants.map(({ id }) => id));
  const claimed = new Set(claims.flatMap((claim) => claim.statements));
  const used = new Set(claims.flatMap((claim) => claim.mutants));
  return [
    ...twice('statement', statements),
    ...twice('claim', claims),
    ...twice('mutant', mutants),
    ...statements.flatMap(({ id, dependsOn = [] }) =>
      dependsOn.filter((each) => !scopes.has(each)).map((each) => `statement ${id} rests on ${each}, which is unknown`),
    ),
    ...claims.flatMap(({ id, statements: cited, mutants: held }) => [
      ...(cited.length === 0 ? [`claim ${id} is evidence for no statement`] : []),
      ...cited.flatMap((each) => citation(id, each, scopes.get(each))),
      ...(held.length === 0 ? [`claim ${id} has no mutant to refute`] : []),
      ...held.filter((each) => !known.has(each)).map((each) => `claim ${id} names mutant ${each}, which is unknown`),
    ]),
    ...statements
      .filter(({ id, scope }) => scope.status === 'checked' && !claimed.has(id))
      .map(({ id }) => `statement ${id} is to be checked and has no claim`),
    ...[...known].filter((id) => !used.has(id)).map((id) => `mutant ${id} is held against no claim`),
  ];
}

/** A suite that cannot be run. The message has a line for each fault. */
export class SuiteError extends Error {
  override readonly name = 'SuiteError';
}

/**
 * Checks a suite as a whole: its links, the ids of its groups, tiers and kinds of work, and that exactly one kind decides each claim.
 * @throws SuiteError when something is wrong.
 */
export function requireSoundSuite(suite: Suite): void {
  const { id, statements, claims, mutants, groups, tiers, kinds } = suite;
  const known = new Set(groups.map((group) => group.id));
  const errors = [
    ...checkLinks(statements, claims, mutants),
    ...twice('group', groups),
    ...twice('kind of work', kinds),
    ...twice(
      'tier',
      tiers.map(({ name }) => ({ id: name })),
    ),
    ...(tiers.length === 0 ? ['there is no tier'] : []),
    ...claims.flatMap((claim) => [
      ...(known.has(claim.group) ? [] : [`claim ${claim.id} is of group ${claim.group}, which is unknown`]),
      ...decidedBy(claim, kinds),
    ]),
  ];
  if (errors.length > 0) throw new SuiteError([`suite ${id} cannot be run:`, ...errors].join('\n  '));
}

function decidedBy(claim: Claim, kinds: Suite['kinds']): string[] {
  const deciding = kinds.filter((kind) => kind.decides(claim)).map((kind) => kind.id);
  if (deciding.length === 1) return [];
  return [`claim ${claim.id} is decided by ${deciding.length === 0 ? 'no kind of work' : deciding.join(' and ')}`];
}

function citation(claim: string, cited: string, scope: Statement['scope']['status'] | undefined): string[] {
  if (scope === undefined) return [`claim ${claim} cites statement ${cited}, which is unknown`];
  return scope === 'checked' ? [] : [`claim ${claim} cites statement ${cited}, which is not to be checked (${scope})`];
}

function twice(kind: string, entries: readonly Identified[]): string[] {
  const ids = entries.map(({ id }) => id);
  const repeated = new Set(ids.filter((id, place) => ids.indexOf(id) !== place));
  return [...repeated].map((id) => `${kind} ${id} is there more than once`);
}
