import type { Statement } from '../../theory/manifest/statement.ts';
import type { ClaimReport } from '../model/claims.ts';
import type { StatementStatus } from '../model/statement-status.ts';
import { named } from '../wording/named.ts';

/** Why the evidence for a statement is not whole. */
export interface Gap {
  /**
   * 'direct': no claim of this run is evidence for the statement. 'inherited': one of its claims lacks something, or it rests on a statement
   * that is not covered. 'stale': the statement or the code was another one when the evidence was made.
   */
  readonly kind: 'direct' | 'inherited' | 'stale';
  /** In words; statements that share a reason have the same words. */
  readonly reason: string;
}

/** The claims that cite a statement: its present revision, and another one. */
export interface Cited {
  readonly current: readonly ClaimReport[];
  readonly outdated: readonly ClaimReport[];
}

/** The claims that cite a statement, by the revision that they cite. */
export function citing({ id, revision }: Statement, claims: readonly ClaimReport[]): Cited {
  const citesIt = claims.filter(({ statements }) => statements.some((each) => parsed(each).id === id));
  const isCurrent = ({ statements }: ClaimReport) => statements.includes(`${id}~${revision}`);
  return { current: citesIt.filter(isCurrent), outdated: citesIt.filter((claim) => !isCurrent(claim)) };
}

/** The id of a reference id~revision. */
export function parsed(reference: string): { readonly id: string; readonly revision: string } {
  const end = reference.lastIndexOf('~');
  return { id: reference.slice(0, end), revision: reference.slice(end + 1) };
}

/** The gaps of a statement and of its claims, without those of the statements that it rests on. */
export function ownGaps(statement: Statement, { current, outdated }: Cited): Gap[] {
  return [
    ...(current.length === 0 && outdated.length === 0
      ? [{ kind: 'direct', reason: withoutClaim(statement) } as const]
      : []),
    ...current.flatMap(({ id, gaps }) => gaps.map((gap) => ({ kind: 'inherited', reason: `${id}: ${gap}` }) as const)),
    ...outdated.map(({ id, statements }) => ({
      kind: 'stale' as const,
      reason: `${id}: its evidence is for ${statements.find((each) => parsed(each).id === statement.id)}; the statement is at revision ${statement.revision}`,
    })),
    ...current.flatMap(({ id, stale }) =>
      stale === null ? [] : [{ kind: 'stale', reason: `${id}: ${stale}` } as const],
    ),
  ];
}

/** Why nothing is evidence for a statement. */
export function withoutClaim({ scope }: Statement): string {
  return scope.status === 'checked' ? 'no claim of this run is evidence for it' : scope.reason;
}

/** What is known of a statement that others rest on. */
export interface Ground {
  readonly statement: Statement;
  readonly status: StatementStatus;
  readonly gaps: readonly Gap[];
}

/** A gap for each fault of the statements that this one rests on, directly or by way of others. */
export function gapsBelow(statement: Statement, grounds: ReadonlyMap<string, Ground>): Gap[] {
  const below = new Set(statement.dependsOn ?? []);
  // The loop over a set goes on to what is added to it on the way.
  for (const id of below) for (const deeper of grounds.get(id)?.statement.dependsOn ?? []) below.add(deeper);
  const faulty = [...below].flatMap((id) => {
    const ground = grounds.get(id);
    const fault = ground === undefined ? 'unknown' : faultOf(ground);
    return fault === null ? [] : [{ id, fault }];
  });
  return [...new Set(faulty.map(({ fault }) => fault))].map((fault) => {
    const ids = faulty.filter((each) => each.fault === fault).map(({ id }) => id);
    return { kind: 'inherited', reason: `it rests on ${named(ids)}: ${fault}` };
  });
}

function faultOf({ status, gaps }: Ground): string | null {
  if (status === 'refuted' || status === 'undecided') return status;
  const kinds = new Set(gaps.map(({ kind }) => kind));
  if (kinds.has('direct')) return 'without a claim in this run';
  if (kinds.has('stale')) return 'stale';
  return kinds.has('inherited') ? 'covered with gaps' : null;
}
