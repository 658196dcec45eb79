import { createHash } from 'node:crypto';
import { html, type Markup } from './markup.ts';

/** What a page can be linked to. */
export type AnchorKind = 'statement' | 'claim' | 'figure' | 'section';

/** Longer names make links that nobody can read; the ids of suites are shorter. */
const LONGEST_NAME = 80;

/** The id of an element that a link can lead to: 'claim-gain-sign', 'section-One_round'. A name with other characters gets a digest. */
export function anchorOf(kind: AnchorKind, name: string): string {
  const plain = `${kind}-${name.slice(0, LONGEST_NAME).replace(/[^A-Za-z0-9.-]/g, '_')}`;
  if (name.length <= LONGEST_NAME && /^[A-Za-z0-9. -]+$/.test(name)) return plain;
  return `${plain}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

/** The id of a statement's element. Links outlive revisions: they lead to the statement as it is now. */
export function statementAnchor(reference: string): string {
  return anchorOf('statement', reference.replace(/~\d+$/, ''));
}

/** A visible link of an element to itself, to be copied. */
export function selfLink(anchor: string, name: string): Markup {
  return html`<a class="anchor" href="#${anchor}" aria-label="Link to ${name}">#</a>`;
}
