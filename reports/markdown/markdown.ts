import type { ClaimReport } from '../model/claims.ts';
import type { CounterexampleReport } from '../model/counterexamples.ts';
import type { Report } from '../model/report.ts';
import { budgetLines, coverageLine } from '../wording/budgets.ts';
import { counterexampleTitle, refutedTexts } from '../wording/counterexamples.ts';
import { countLines } from '../wording/counts.ts';
import { counted } from '../wording/numbers.ts';
import { claimDetails } from './claim-details.ts';
import { codeSection, gapSection } from './coverage.ts';
import { codeText, escapeMarkdown, fenced } from './escape.ts';
import { bytesOf, documentOf, fitMarkdown, type Section } from './fit-markdown.ts';
import { replicationSection } from './replication.ts';
import { claimTable, marks, mutantTable, statementTable } from './tables.ts';

/** report.md stays below 1 MiB, the most that GitHub shows as the summary of a step. */
const MOST_BYTES = 2 ** 20 - 1;

/**
 * report.md: the answer, what contradicts it, the paper statement by statement, then the evidence. A report that would be too long loses its
 * last part first: the details claim by claim.
 */
export function reportMarkdown(report: Report): string {
  const sections = sectionsOf(report);
  const whole = documentOf(sections);
  return bytesOf(whole) <= MOST_BYTES ? whole : fitMarkdown(sections, MOST_BYTES);
}

function sectionsOf(report: Report): Section[] {
  const sections: readonly (readonly string[])[] = [
    [`# claimcheck report: ${escapeMarkdown(report.suite.title)}`, ...answer(report)],
    counterexamples(report.claims),
    ['## The paper, statement by statement', statementTable(report)],
    gapSection(report.statements),
    replicationSection(report),
    ['## Claims', claimTable(report)],
    ['## Kill matrix', killText, mutantTable(report)],
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

/** Counterexamples of a claim that are shown; all are in report.json. */
const MOST_SHOWN = 3;

function counterexamples(claims: readonly ClaimReport[]): string[] {
  const lines = claims.flatMap(({ id, counterexamples }) => [
    ...counterexamples.slice(0, MOST_SHOWN).flatMap((each) => counterexampleLines(id, each)),
    ...(counterexamples.length > MOST_SHOWN
      ? [`${codeText(id)}: ${counterexamples.length - MOST_SHOWN} more in report.json.`]
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

const killText =
  'A mutant is a wrong world: the theory or a simulator with one mistake in it. The claims that name a mutant must refute it. In brackets: the setting on which they did, and the replicates spent.';
