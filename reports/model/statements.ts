import type { RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { reference, type Statement } from '../../theory/manifest/statement.ts';
import { statementTex } from '../../theory/manifest/typeset.ts';
import { type Cited, citing, type Gap, gapsBelow, ownGaps, parsed, withoutClaim } from '../coverage/gaps.ts';
import { type StatementStrength, strengthOf } from '../coverage/strength.ts';
import type { ClaimReport } from './claims.ts';
import type { ReportedSuite } from './reported-suite.ts';
import type { StatementStatus } from './statement-status.ts';
import type { TraceReport } from './traces.ts';

/** A statement of the paper and the claims that are evidence for it. */
export interface StatementReport {
  /** id~revision. */
  readonly reference: string;
  readonly source: string;
  /** The part of the paper that it belongs to. */
  readonly section: string;
  readonly statement: string;
  /** The formula of the statement in TeX. */
  readonly tex: string;
  /** false for a loose wording. Its claims support a counterexample, so a loose wording that is 'supported' is shown to be false. */
  readonly holds: boolean;
  readonly status: StatementStatus;
  /** Why the run does not decide the statement; null when it decides it. */
  readonly reason: string | null;
  readonly claims: readonly string[];
  /** Why the evidence is not whole; empty when it is whole. */
  readonly gaps: readonly Gap[];
  /** How strong the evidence is; null when no claim is evidence for it. */
  readonly strength: StatementStrength | null;
}

/**
 * The statements of a suite's manifest, in its order, with what the claims of a run say of them.
 * @throws RangeError when a claim cites a statement that the manifest does not have. Another revision of a statement is a gap.
 */
export function reportStatements(
  { statements, glossary }: Pick<ReportedSuite, 'statements' | 'glossary'>,
  claims: readonly ClaimReport[],
  { budgets, traces }: { readonly budgets: RunRecord['budgets']; readonly traces: readonly TraceReport[] },
): StatementReport[] {
  requireKnown(statements, claims);
  const grounds = new Map(
    statements.map((statement) => {
      const cited = citing(statement, claims);
      const status = statusOf(statement, cited);
      return [statement.id, { statement, cited, ...status, gaps: ownGaps(statement, cited) }];
    }),
  );
  return [...grounds.values()].map(({ statement, cited, status, reason, gaps }) => ({
    reference: reference(statement),
    source: statement.source,
    section: statement.section,
    statement: statement.statement,
    tex: statementTex(statement, glossary),
    holds: statement.holds ?? true,
    status,
    reason,
    claims: cited.current.map(({ id }) => id),
    // Nothing is inherited where nothing is covered.
    gaps: gaps.some(({ kind }) => kind === 'direct') ? gaps : [...gaps, ...gapsBelow(statement, grounds)],
    strength: strengthOf(cited.current, budgets, traces),
  }));
}

function requireKnown(statements: readonly Statement[], claims: readonly ClaimReport[]): void {
  const known = new Set(statements.map(({ id }) => id));
  for (const { id, statements: cited } of claims) {
    const unknown = cited.find((each) => !known.has(parsed(each).id));
    if (unknown !== undefined)
      throw new RangeError(`claim ${id} cites ${unknown}, which the statement manifest does not have`);
  }
}

function statusOf(statement: Statement, { current, outdated }: Cited): Pick<StatementReport, 'status' | 'reason'> {
  const { scope } = statement;
  if (scope.status === 'out-of-scope') return { status: 'out of scope', reason: scope.reason };
  if (scope.status === 'not-yet') return { status: 'not yet covered', reason: scope.reason };
  const verdicts = current.map(({ verdict }) => verdict);
  const worst = (['refuted', 'undecided', 'supported'] as const).find((verdict) => verdicts.includes(verdict));
  // The outdated claims would be needed to support it.
  if (outdated.length > 0 && (worst === undefined || worst === 'supported'))
    return { status: 'not yet covered', reason: 'stale: its evidence is for another revision of the statement' };
  return worst === undefined
    ? { status: 'not yet covered', reason: withoutClaim(statement) }
    : { status: worst, reason: null };
}
