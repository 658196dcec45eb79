import type { CodePlace } from '../../../properties/engine/evidence/evidence.ts';
import { html, type Markup } from './markup.ts';

/** What paths of the suite are made of; evidence may have others, which could lead anywhere, and are not linked. */
const plain = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;

/** Where something is written: a path, and a link to it where the sources can be read. */
export function codePlace({ file, line }: CodePlace, repository: string | null): Markup {
  const path = html`<code>${file}:${line}</code>`;
  if (repository === null || !plain.test(file)) return path;
  return html`<a href="${repository}/${file}#L${line}" rel="noreferrer">${path}</a>`;
}
