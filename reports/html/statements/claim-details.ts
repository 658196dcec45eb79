import { armText } from '../../../properties/verified-retraining/vae/arm-text.ts';
import type { AttackReport, ClaimReport } from '../../model/claims.ts';
import { count, counted, interval, percent, short } from '../../wording/numbers.ts';
import type { PageContent } from '../content.ts';
import { statementAnchor } from '../elements/anchors.ts';
import { codePlace } from '../elements/code-place.ts';
import { command } from '../elements/command.ts';
import { factList } from '../elements/facts.ts';
import { html, type Markup } from '../elements/markup.ts';
import { table } from '../elements/table.ts';
import { verdictMark } from '../elements/verdict.ts';

/** What a reader asks for who doubts a claim, folded: domain, regimes, decision, wrong worlds, every comparison, code, and the way to see it again. */
export function claimDetails(claim: ClaimReport, { report, repository }: PageContent): Markup {
  const { code, replay, retraining } = claim;
  const regimes = Object.entries(claim.regimes).map(([name, draws]) => html`<li>${name} <b>${count(draws)}</b></li>`);
  const titles = new Map(report.mutants.map(({ id, title }) => [id, title]));
  const facts = factList('details', [
    ['Evidence for', evidenceFor(claim)],
    ['Domain', claim.domain],
    ['Regimes exercised', html`<ul class="inline">${regimes}</ul>`],
    [`Decision (${claim.kind})`, claim.decision],
    [
      'Wrong worlds',
      html`<ul class="plain">${claim.mutants.map((attack) => wrongWorld(attack, titles.get(attack.mutant) ?? ''))}</ul>`,
    ],
    ...retrainingFacts(retraining),
    ['Code', code && codePlace(code, repository)],
    ['Replay', replay === null ? null : command(replay)],
  ]);
  return html`<details><summary>Domain, regimes, wrong worlds, ${retraining === null ? 'every comparison, ' : 'arms, '}code, replay</summary>
${facts}
${retraining === null ? comparisonTable(claim) : null}
</details>`;
}

function evidenceFor({ statements }: ClaimReport): Markup {
  const links = statements.map((each) => html`<li><a href="#${statementAnchor(each)}"><code>${each}</code></a></li>`);
  return html`<ul class="inline">${links}</ul>`;
}

function wrongWorld({ mutant, killed, draw, replicates, by }: AttackReport, title: string): Markup {
  const fate =
    draw === null
      ? 'not tried'
      : killed
        ? `refuted on draw ${draw} by ${by ?? 'its verdict'}, ${counted(replicates, 'replicate')}`
        : `survived ${counted(draw, 'draw')}`;
  return html`<li>${verdictMark(killed ? 'supported' : 'refuted')} <code>${mutant}</code> ${title} <span class="aside">${fate}</span></li>`;
}

function retrainingFacts(retraining: ClaimReport['retraining']): [string, Markup][] {
  if (retraining === null) return [];
  const arms = Object.entries(retraining.arms).map(
    ([name, { arm, rounds }]) => html`<li><i>${name}</i>: ${armText(arm)}; ${counted(rounds, 'round')}</li>`,
  );
  const excluded = retraining.excluded.map(({ setting, reason }) => html`<li>${setting}: ${reason}</li>`);
  const remarks = retraining.remarks.map((remark) => html`<li>${remark}</li>`);
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
    each.draw,
    each.draws,
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
    'Draw',
    'of',
    'Expected',
    'Estimate',
    '95 % interval',
    'Zone',
    'Margin used',
    'Guarantee',
  ];
  return table(`comparisons of ${id}, each on the draw closest to its margin`, header, rows);
}
