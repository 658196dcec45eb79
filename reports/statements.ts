import type { Verdict } from '../properties/claim.ts';
import { statementTex } from '../theory/formula.ts';
import type { Statement } from '../theory/statement.ts';
import { reference } from '../theory/statements.ts';
import type { ClaimReport } from './claims.ts';

/** What the run says of a statement of the paper. */
export type StatementStatus = Verdict | 'not yet covered' | 'out of scope';

/** The statuses in the order in which they are counted. */
export const statementStatuses = ['supported', 'refuted', 'undecided', 'not yet covered', 'out of scope'] as const;

/** A statement of the paper and the claims that are evidence for it. */
export interface StatementReport {
  /** id~revision. */
  readonly reference: string;
  readonly source: string;
  /** The part of the paper that it belongs to. */
  readonly section: string;
  readonly statement: string;
  /** Its formula. */
  readonly tex: string;
  /** false for a loose wording, which is supported when its counterexample is: when it is shown to be false. */
  readonly holds: boolean;
  readonly status: StatementStatus;
  /** Why the run does not decide it; null when it does. */
  readonly reason: string | null;
  readonly claims: readonly string[];
}

/**
 * The statements of the manifest, in its order, with what the claims of a run say of them.
 * @throws RangeError when a claim cites a statement or a revision that the manifest does not have.
 */
export function reportStatements(statements: readonly Statement[], claims: readonly ClaimReport[]): StatementReport[] {
  const known = new Set(statements.map(reference));
  for (const { id, statements: cited } of claims) {
    const stale = cited.find((each) => !known.has(each));
    if (stale !== undefined)
      throw new RangeError(`claim ${id} cites ${stale}, which the statement manifest does not have`);
  }
  const citing = new Map(statements.map((statement) => [reference(statement), [] as ClaimReport[]]));
  for (const claim of claims) for (const cited of new Set(claim.statements)) citing.get(cited)!.push(claim);
  return statements.map((statement) => {
    const cited = reference(statement);
    const evidence = citing.get(cited)!;
    return {
      reference: cited,
      source: statement.source,
      section: statement.section,
      statement: statement.statement,
      tex: statementTex(statement),
      holds: statement.holds ?? true,
      ...statusOf(statement, evidence),
      claims: evidence.map(({ id }) => id),
    };
  });
}

function statusOf({ scope }: Statement, evidence: readonly ClaimReport[]): Pick<StatementReport, 'status' | 'reason'> {
  if (scope.status === 'out-of-scope') return { status: 'out of scope', reason: scope.reason };
  if (scope.status === 'not-yet') return { status: 'not yet covered', reason: scope.reason };
  const verdicts = evidence.map(({ verdict }) => verdict);
  const worst = (['refuted', 'undecided', 'supported'] as const).find((verdict) => verdicts.includes(verdict));
  if (worst === undefined) return { status: 'not yet covered', reason: 'no claim of this run is evidence for it' };
  return { status: worst, reason: null };
}
