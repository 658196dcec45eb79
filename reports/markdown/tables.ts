import type { Standing } from '../../properties/engine/claim.ts';
import type { ClaimReport } from '../model/claims.ts';
import { mostTelling } from '../model/comparisons.ts';
import type { MutantReport } from '../model/mutants.ts';
import type { Report } from '../model/report.ts';
import type { StatementReport } from '../model/statements.ts';
import { count, interval, percent, short } from '../wording/numbers.ts';
import { effectTexts } from '../wording/replication.ts';
import { strengthText } from './coverage.ts';
import { type Cell, codeText, escapeMarkdown, markdownTable } from './escape.ts';

/** A mark for each standing of a claim. */
export const marks: Readonly<Record<Standing, string>> = {
  supported: '✅',
  refuted: '❌',
  undecided: '❔',
  'in part': '·',
};

/** The statements, what the claims say of each, and how strong the evidence is. */
export function statementTable(report: Report): string {
  const header = ['', 'Statement', 'Source', 'Claims', 'Strength'];
  return markdownTable(
    header,
    report.statements.map((each) => statementRow(each, report)),
  );
}

function statementRow(
  { reference, source, statement, holds, status, reason, claims, ...coverage }: StatementReport,
  { claims: reports, backend }: Report,
): Cell[] {
  const mark = status === 'not yet covered' || status === 'out of scope' ? '·' : marks[status];
  // The claims of a loose wording support its counterexample: the reader must not take it for true.
  const read = holds || status !== 'supported' ? status : 'shown false';
  const ids = claims.map(codeText).join(', ');
  const cited = new Set(claims);
  const seen = reports.filter(({ id }) => cited.has(id)).flatMap((claim) => effectTexts(claim, backend));
  return [
    `${mark} ${read}`,
    { markdown: `${escapeMarkdown(statement)} ${codeText(reference)}` },
    source,
    { markdown: [ids || escapeMarkdown(reason ?? '–'), ...seen.map(escapeMarkdown)].join('<br>') },
    strengthText(coverage) || '–',
  ];
}

/** The claims, each with the comparison that came closest to its margin. */
export function claimTable({ claims }: Pick<Report, 'claims'>): string {
  return markdownTable(claimHeader, claims.map(claimRow));
}

const claimHeader = [
  '',
  'Claim',
  'Settings',
  'Replicates',
  'May fail on',
  'Closest to its margin',
  'Expected',
  'Estimate',
  'Zone',
  'Margin used',
  'Mutants',
];

function claimRow(claim: ClaimReport): Cell[] {
  const shown = mostTelling(claim.comparisons);
  return [
    marks[claim.verdict],
    { markdown: codeText(claim.id) },
    count(claim.settings),
    count(claim.replicates),
    claim.mayFailOn === null ? 'fixed settings' : `< ${percent(claim.mayFailOn)}`,
    shown?.name ?? '–',
    short(shown?.expected ?? null),
    short(shown?.estimate ?? null),
    interval(shown?.zone ?? null),
    percent(shown?.marginUsed ?? null),
    `${claim.mutants.filter(({ killed }) => killed).length}/${claim.mutants.length}`,
  ];
}

/** The mutants, and the claims that killed or missed each. */
export function mutantTable({ mutants }: Pick<Report, 'mutants'>): string {
  return markdownTable(['', 'Mutant', 'Killed by', 'Missed by'], mutants.map(mutantRow));
}

function mutantRow({ id, title, part, killed, killers, survived }: MutantReport): Cell[] {
  const killedBy = killers.map(({ claim, index, replicates }) => `${codeText(claim)} (${index}, ${count(replicates)})`);
  const missedBy = survived.map(codeText);
  return [
    killed ? '✅' : '❌',
    `${id} (${part}): ${title}`,
    { markdown: killedBy.join(', ') || '–' },
    { markdown: missedBy.join(', ') || '–' },
  ];
}
