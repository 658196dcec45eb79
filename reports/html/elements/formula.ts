import katex from 'katex';
import { html, Markup } from './markup.ts';

/**
 * A formula in MathML, which a browser typesets without a font or script of the page. It scrolls inside its box.
 * @throws katex.ParseError when it is no TeX.
 */
export function formula(tex: string): Markup {
  const math = katex.renderToString(tex, { output: 'mathml', displayMode: true, throwOnError: true });
  return html`<div class="formula scroll" role="group" aria-label="Formula">${new Markup(math)}</div>`;
}
