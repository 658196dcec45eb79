import type { CodePlace } from '../../properties/evidence.ts';
import { html, type Markup } from './markup.ts';

/** Where something is written: a path, and a link to it where the sources can be read. */
export function codePlace({ file, line }: CodePlace, repository: string | null): Markup {
  const path = html`<code>${file}:${line}</code>`;
  if (repository === null) return path;
  const address = file.split('/').map(encodeURIComponent).join('/');
  return html`<a href="${repository}/${address}#L${line}" rel="noreferrer">${path}</a>`;
}
