import type { CodePlace } from '../../../properties/engine/evidence/evidence.ts';
import { html, type Markup } from './markup.ts';

/** What paths of a repository look like. Evidence may have other paths: they could lead anywhere, and are not linked. */
const plain = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;

/** Where something is written: its path, with a link where the sources can be read. */
export function codePlace({ file, line }: CodePlace, repository: string | null): Markup {
  const path = html`<code>${file}:${line}</code>`;
  if (repository === null || !plain.test(file)) return path;
  return html`<a href="${repository}/${file}#L${line}" rel="noreferrer">${path}</a>`;
}
