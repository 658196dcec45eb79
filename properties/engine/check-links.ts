import type { Statement } from '../../theory/manifest/statement.ts';
import type { Claim } from './claim.ts';

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

function citation(claim: string, cited: string, scope: Statement['scope']['status'] | undefined): string[] {
  if (scope === undefined) return [`claim ${claim} cites statement ${cited}, which is unknown`];
  return scope === 'checked' ? [] : [`claim ${claim} cites statement ${cited}, which is not to be checked (${scope})`];
}

function twice(kind: string, entries: readonly Identified[]): string[] {
  const ids = entries.map(({ id }) => id);
  const repeated = new Set(ids.filter((id, place) => ids.indexOf(id) !== place));
  return [...repeated].map((id) => `${kind} ${id} is there more than once`);
}
