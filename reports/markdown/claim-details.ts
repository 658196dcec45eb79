import type { ClaimReport } from '../model/claims.ts';
import { counted, interval, percent, short } from '../wording/numbers.ts';
import { codeText, escapeHtml, escapeMarkdown, markdownTable } from './escape.ts';
import { effectTable, replicationFacts } from './replication.ts';

/** A claim in full, folded: what it says, where, how it was decided, and each of its comparisons on the setting closest to its margin. */
export function claimDetails(claim: ClaimReport): string[] {
  const strata = Object.entries(claim.strata).map(([name, settings]) => `${name} ${counted(settings, 'setting')}`);
  const facts = [
    ...claim.reasons.map((reason) => `**${escapeMarkdown(reason)}**`),
    `Evidence for ${claim.statements.map(codeText).join(', ')}`,
    `Domain: ${escapeMarkdown(claim.domain)} (${escapeMarkdown(strata.join(', '))})`,
    `Decision (${claim.kind}): ${escapeMarkdown(claim.decision)}`,
    `Guarantee: ${claim.guarantee === 'normal' ? 'assumes normal effects' : (claim.guarantee ?? '–')}`,
  ];
  if (claim.replication !== null)
    return folded(claim, [...facts, ...replicationFacts(claim.replication)], effectTable([claim]));
  const header = ['Comparison', 'Verdict', 'Setting', 'Expected', 'Estimate', '95 % interval', 'Zone', 'Margin used'];
  const rows = claim.comparisons.map((each) => [
    each.name,
    each.verdict,
    `${each.index} (of ${each.settings})`,
    short(each.expected),
    short(each.estimate),
    interval(each.interval),
    interval(each.zone),
    percent(each.marginUsed),
  ]);
  return folded(claim, facts, rows.length === 0 ? [] : [markdownTable(header, rows)]);
}

function folded(claim: ClaimReport, facts: readonly string[], tables: readonly string[]): string[] {
  return [
    `<details><summary><code>${escapeHtml(claim.id)}</code> ${escapeHtml(claim.title)} — ${claim.verdict}</summary>`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...tables,
    '</details>',
  ];
}
