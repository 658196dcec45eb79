import { html, type Markup } from './markup.ts';

/** A shell command with a button that copies the command. The page's script shows the button. */
export function command(text: string): Markup {
  return html`<div class="command"><pre><code>${text}</code></pre><button type="button" class="copy" hidden>Copy</button></div>`;
}
