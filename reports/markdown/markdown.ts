import type { Standing } from '../../properties/engine/claim.ts';
import type { ClaimReport } from '../model/claims.ts';
import { mostTelling } from '../model/comparisons.ts';
import type { CounterexampleReport } from '../model/counterexamples.ts';
import type { MutantReport } from '../model/mutants.ts';
import type { Report } from '../model/report.ts';
import type { StatementReport } from '../model/statements.ts';
import { budgetLines, coverageLine } from '../wording/budgets.ts';
import { counterexampleTitle, refutedTexts } from '../wording/counterexamples.ts';
import { countLines } from '../wording/counts.ts';
import { count, counted, interval, percent, short } from '../wording/numbers.ts';
import { effectTexts } from '../wording/replication.ts';
import { claimDetails } from './claim-details.ts';
import { codeSection, gapSection, strengthText } from './coverage.ts';
import { type Cell, codeText, escapeMarkdown, fenced, markdownTable } from './escape.ts';
import { bytesOf, documentOf, fitMarkdown, type Section } from './fit-markdown.ts';
import { replicationSection } from './replication.ts';

const marks: Readonly<Record<Standing, string>> = { supported: '✅', refuted: '❌', undecided: '❔', 'in part': '·' };

/** report.md stays below 1 MiB, the most that GitHub shows as the summary of a step. */
const MOST = 2 ** 20 - 1;

/**
 * report.md: the answer, what contradicts it, the paper statement by statement, then the evidence. Where it would be too long, what it says
 * claim by claim is left out first.
 */
export function reportMarkdown(report: Report): string {
  const sections = sectionsOf(report);
  const whole = documentOf(sections);
  return bytesOf(whole) <= MOST ? whole : fitMarkdown(sections, MOST);
}

function sectionsOf(report: Report): Section[] {
  const sections: readonly (readonly string[])[] = [
    [`# claimcheck report: ${escapeMarkdown(report.suite.title)}`, ...answer(report)],
    counterexamples(report.claims),
    [
      '## The paper, statement by statement',
      markdownTable(
        ['', 'Statement', 'Source', 'Claims', 'Strength'],
        report.statements.map((each) => statementRow(each, report)),
      ),
    ],
    gapSection(report.statements),
    replicationSection(report),
    ['## Claims', markdownTable(claimHeader, report.claims.map(claimRow))],
    [
      '## Kill matrix',
      killText,
      markdownTable(['', 'Mutant', 'Refuted by', 'Missed by'], report.mutants.map(mutantRow)),
    ],
    ['## What the numbers mean', ...[...budgetLines(report), coverageLine(report.claims)].map(escapeMarkdown)],
    codeSection(report),
    ['## Claim by claim', ...report.claims.map((claim) => claimDetails(claim).join('\n\n'))],
  ];
  return sections.flatMap(([heading, ...blocks]) => (heading === undefined ? [] : [[heading, ...blocks]]));
}

function answer(report: Report): string[] {
  const { counts, claims, verdict } = report;
  const part = counts.claims['in part'] ?? 0;
  const others = (['refuted', 'undecided'] as const).filter((each) => counts.claims[each] > 0);
  const named = others.map((each) => {
    const ids = claims.filter((claim) => claim.verdict === each).map(({ id }) => codeText(id));
    return `${marks[each]} ${each}: ${ids.join(', ')}.`;
  });
  return [
    `${marks[verdict]} **${counts.claims.supported} of ${counted(claims.length, 'claim')} supported**${part > 0 ? `, ${part} in part,` : ''} in the ${escapeMarkdown(report.tier)} tier with seed ${report.seed}: ` +
      `${counted(counts.settings, 'setting')}, ${counted(counts.replicates, 'simulated replicate')}; ` +
      `${counts.mutants.killed} of ${counted(report.mutants.length, 'mutant')} killed.`,
    ...report.notes.map((note) => `⚠️ ${escapeMarkdown(note)}`),
    ...named,
    escapeMarkdown(countLines(report)[0]!),
  ];
}

/** Counterexamples of a claim that are shown in full; the rest is in report.json. */
const SHOWN = 3;

function counterexamples(claims: readonly ClaimReport[]): string[] {
  const lines = claims.flatMap(({ id, counterexamples }) => [
    ...counterexamples.slice(0, SHOWN).flatMap((each) => counterexampleLines(id, each)),
    ...(counterexamples.length > SHOWN
      ? [`${codeText(id)}: ${counterexamples.length - SHOWN} more in report.json.`]
      : []),
  ]);
  return lines.length === 0 ? [] : ['## Counterexamples', ...lines];
}

function counterexampleLines(id: string, counterexample: CounterexampleReport) {
  return [
    `${codeText(id)}: ${counterexampleTitle(counterexample)}.`,
    fenced(JSON.stringify(counterexample.setting, null, 2), 'json'),
    ...refutedTexts(counterexample).map(escapeMarkdown),
    fenced(counterexample.replay, 'sh'),
  ];
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

const killText =
  'A mutant is a wrong world: the theory or a simulator with one mistake in it. The claims that name a mutant must refute it. In brackets: the setting on which they did, and the replicates spent.';

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
