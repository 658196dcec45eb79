import type { Report } from '../model/report.ts';
import type { StatementStatus } from '../model/statement-status.ts';
import type { StatementReport } from '../model/statements.ts';
import type { Change, Compared } from './change.ts';

const covered: readonly StatementStatus[] = ['supported', 'refuted', 'undecided'];

/** Compares statements, whatever their revision. A statement that claims no longer cover is a regression, one that they newly cover a gain. */
export function compareStatements(baseline: Report, report: Report): Compared {
  const [before, after] = [byId(baseline), byId(report)];
  const lost = [...before].flatMap(([id, old]): Change[] => {
    const now = after.get(id);
    return !isCovered(old) || isCovered(now)
      ? []
      : [{ of: 'statement', name: old.reference, old: textOf(old), new: textOf(now) }];
  });
  const gained = [...after].flatMap(([id, now]): Change[] => {
    const old = before.get(id);
    return !isCovered(now) || isCovered(old)
      ? []
      : [{ of: 'statement', name: now.reference, old: textOf(old), new: textOf(now) }];
  });
  return { count: [...before.values()].filter(isCovered).length, regressions: lost, gains: gained };
}

function byId({ statements }: Report): Map<string, StatementReport> {
  return new Map(statements.map((statement) => [statement.reference.replace(/~\d+$/, ''), statement]));
}

function isCovered(statement: StatementReport | undefined): boolean {
  return statement !== undefined && covered.includes(statement.status);
}

function textOf(statement: StatementReport | undefined): string {
  if (statement === undefined) return 'not in the manifest';
  return statement.reason === null ? statement.status : `${statement.status}: ${statement.reason}`;
}
