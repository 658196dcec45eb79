import type { ClaimReport, MutantOutcome } from '../../model/claims.ts';
import { count, counted, interval, percent, short } from '../../wording/numbers.ts';
import type { PageContent } from '../content.ts';
import { statementAnchor } from '../elements/anchors.ts';
import { codePlace } from '../elements/code-place.ts';
import { command } from '../elements/command.ts';
import { factList } from '../elements/facts.ts';
import { html, type Markup } from '../elements/markup.ts';
import { table } from '../elements/table.ts';
import { verdictMark } from '../elements/verdict.ts';

/** What a reader who doubts a claim asks for, folded: domain, strata, decision, mutants, every comparison, code, and the command that replays it. */
export function claimDetails(claim: ClaimReport, { report, repository }: PageContent): Markup {
  const { code, replay, replication } = claim;
  const strata = Object.entries(claim.strata).map(
    ([name, settings]) => html`<li>${name} <b>${count(settings)}</b></li>`,
  );
  const titles = new Map(report.mutants.map(({ id, title }) => [id, title]));
  const facts = factList('details', [
    ['Evidence for', evidenceFor(claim)],
    ['Domain', claim.domain],
    ['Strata exercised', html`<ul class="inline">${strata}</ul>`],
    [`Decision (${claim.kind})`, claim.decision],
    [
      'Mutants',
      html`<ul class="plain">${claim.mutants.map((outcome) => mutantItem(outcome, titles.get(outcome.mutant) ?? ''))}</ul>`,
    ],
    ...replicationFacts(replication),
    ['Code', code && codePlace(code, repository)],
    ['Replay', replay === null ? null : command(replay)],
  ]);
  return html`<details><summary>Domain, strata, mutants, ${replication === null ? 'every comparison, ' : 'arms, '}code, replay</summary>
${facts}
${replication === null ? comparisonTable(claim) : null}
</details>`;
}

function evidenceFor({ statements }: ClaimReport): Markup {
  const links = statements.map((each) => html`<li><a href="#${statementAnchor(each)}"><code>${each}</code></a></li>`);
  return html`<ul class="inline">${links}</ul>`;
}

function mutantItem({ mutant, killed, index, replicates, by }: MutantOutcome, title: string): Markup {
  const fate =
    index === null
      ? 'not tried'
      : killed
        ? `killed on setting ${index} by ${by ?? 'its verdict'}, ${counted(replicates, 'replicate')}`
        : `survived ${counted(index, 'setting')}`;
  return html`<li>${verdictMark(killed ? 'supported' : 'refuted')} <code>${mutant}</code> ${title} <span class="aside">${fate}</span></li>`;
}

function replicationFacts(replication: ClaimReport['replication']): [string, Markup][] {
  if (replication === null) return [];
  const arms = Object.entries(replication.arms).map(
    ([name, { text, rounds }]) => html`<li><i>${name}</i>: ${text}; ${counted(rounds, 'round')}</li>`,
  );
  const excluded = replication.excluded.map(({ setting, reason }) => html`<li>${setting}: ${reason}</li>`);
  const remarks = replication.remarks.map((remark) => html`<li>${remark}</li>`);
  const lists: [string, Markup[]][] = [
    ['Arms', arms],
    ['Not said to hold on', excluded],
    ['Remarks', remarks],
  ];
  return lists.filter(([, items]) => items.length > 0).map(([term, items]) => [term, html`<ul>${items}</ul>`]);
}

function comparisonTable({ comparisons, id }: ClaimReport): Markup | null {
  if (comparisons.length === 0) return null;
  const rows = comparisons.map((each) => [
    each.name,
    html`${verdictMark(each.verdict)} ${each.verdict}`,
    each.index,
    each.settings,
    short(each.expected),
    short(each.estimate),
    interval(each.interval),
    interval(each.zone),
    percent(each.marginUsed),
    each.guarantee,
  ]);
  const header = [
    'Comparison',
    'Verdict',
    'Setting',
    'of',
    'Expected',
    'Estimate',
    '95 % interval',
    'Zone',
    'Margin used',
    'Guarantee',
  ];
  return table(`comparisons of ${id}, each on the setting closest to its margin`, header, rows);
}
