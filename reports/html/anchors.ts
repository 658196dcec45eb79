import { createHash } from 'node:crypto';
import { html, type Markup } from './markup.ts';

/** What a page can be linked to. */
export type AnchorKind = 'statement' | 'claim' | 'figure' | 'section';

/** Longer names make links that nobody can read; any id of the suite is shorter. */
const LONGEST_NAME = 80;

/** The id of an element that a link can lead to: 'claim-gain-sign'. A name that is no plain word is told apart by its digest. */
export function anchorOf(kind: AnchorKind, name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, LONGEST_NAME);
  if (plain === name && name !== '') return `${kind}-${name}`;
  return `${kind}-${plain}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

/** The id of a statement's element. Links outlive revisions: they lead to the statement as it is now. */
export function statementAnchor(reference: string): string {
  return anchorOf('statement', reference.replace(/~\d+$/, ''));
}

/** A visible link of an element to itself, to be copied. */
export function selfLink(anchor: string, name: string): Markup {
  return html`<a class="anchor" href="#${anchor}" aria-label="Link to ${name}">#</a>`;
}
