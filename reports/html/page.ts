import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Report } from '../model/report.ts';
import { counted } from '../wording/numbers.ts';
import { contradictions, headline, notes, runFacts, tally } from './answer.ts';
import type { PageContent } from './content.ts';
import { coverage } from './coverage.ts';
import { html, Markup, type Part } from './elements/markup.ts';
import { markSymbols } from './elements/verdict.ts';
import { attachmentList, figureList } from './figures.ts';
import { glance } from './glance.ts';
import { limits, meaning } from './meaning.ts';
import { filterForm } from './statements/filter.ts';
import { key } from './statements/key.ts';
import { statementList } from './statements/statement-list.ts';
import { style } from './style.ts';

const behavior = readFileSync(new URL('behavior.js', import.meta.url), 'utf8');

/** Allows what is in the page and nothing else: its own style and script, by their digests, and images that are written into it. */
const policy = [
  "default-src 'none'",
  'img-src data:',
  `style-src '${digest(style)}'`,
  `script-src '${digest(behavior)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * report.html: one page that opens from disk, asks for nothing, and can be read without its script.
 * @throws RangeError when the repository is neither an https address nor a path that starts with a dot.
 */
export function reportHtml(content: PageContent): string {
  const { report, figures, attachments, attachmentsTitle, repository } = content;
  if (repository !== null && !/^(?:https:\/\/|\.\.?(?:\/|$))/.test(repository)) {
    throw new RangeError(
      `repository is ${repository}: an address that starts with https://, or a path that starts with a dot, is allowed`,
    );
  }
  const limited = limits(report);
  const parts = [
    part('statements', 'The paper, statement by statement', [filterForm(report), key(), statementList(content)]),
    figures.length === 0 ? null : part('figures', 'Figures', figureList(figures)),
    attachments.length === 0 ? null : part('attachments', attachmentsTitle, attachmentList(attachments)),
    part('coverage', 'Coverage', [coverage(report)]),
    part('meaning', 'What the numbers mean', [meaning(report)]),
    limited && part('limits', 'What did not hold, or is not claimed', [limited]),
  ].filter((each) => each !== null);
  return `<!doctype html>\n${html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${headline(report)} claimcheck report on ${report.suite.title}, ${report.tier} tier, seed ${report.seed}</title>
<link rel="icon" href="data:,">
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#statements">Skip to the statements</a>
${markSymbols()}
<header>
<p class="banner">claimcheck report <span>${report.tier} tier</span> <span>seed ${report.seed}</span> <button type="button" id="theme" hidden></button></p>
<h1>${headline(report)}</h1>
<p class="lead">The theory of ${report.suite.title} (${paperLink(report.suite)}) in ${counted(report.statements.length, 'statement')}, held against simulated runs.</p>
<nav aria-label="This page"><ul>${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
</header>
<main>
<section id="answer" aria-label="The answer">
${notes(report)}
${tally(report)}
${contradictions(report)}
${glance(report)}
${runFacts(report)}
</section>
${parts.map(({ markup }) => markup)}
</main>
<div id="announcement" class="visually-hidden" role="status" aria-live="polite"></div>
<script>${new Markup(behavior)}</script>
</body>
</html>`}\n`;
}

/** The paper, linked where its address is one of the web: evidence may come from anywhere. */
function paperLink({ paper, url }: Report['suite']): Markup {
  return /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noreferrer">${paper}</a>` : html`${paper}`;
}

function part(id: string, title: string, inside: readonly Part[]) {
  const markup = html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${inside.map((each) => html`${each}`)}
</section>`;
  return { id, title, markup };
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
