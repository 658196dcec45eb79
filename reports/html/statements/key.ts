import { intervalPicture } from '../elements/interval-picture.ts';
import { html, type Markup } from '../elements/markup.ts';

/** How to read the picture of an effect against its margin. */
export function key(): Markup {
  const example = intervalPicture({
    name: 'An example',
    verdict: 'supported',
    expected: 1,
    estimate: 1.02,
    interval: [0.96, 1.08],
    zone: [0.9, 1.1],
    guarantee: 'non-asymptotic',
  });
  return html`<figure class="effect key"><figcaption><b>How to read the pictures.</b> Shaded: the zone that the quantity must be proven to lie in. Dashed: the predicted value, or the smallest effect of interest. Dot and bar: what was observed, and a 95 % interval for the eye; the verdict has its own, far smaller error probabilities.</figcaption>
${example}</figure>`;
}
