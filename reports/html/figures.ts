import type { Figure } from '../figures/figure.ts';
import { showable } from '../wording/showable.ts';
import type { AttachedPicture } from './content.ts';
import { anchorOf, selfLink } from './elements/anchors.ts';
import { html, Markup } from './elements/markup.ts';
import { table } from './elements/table.ts';

/** The figures one below another, each with its numbers folded. */
export function figureList(figures: readonly Figure[]): Markup[] {
  return figures.map(({ id, title, caption, pictures, data }) => {
    const anchor = anchorOf('figure', id);
    const drawn = pictures.map(({ svg, alternative }) => picture(svgAddress(svg), alternative));
    return html`<figure class="figure" id="${anchor}" aria-labelledby="${anchor}-title">
<h3 id="${anchor}-title">${title} ${selfLink(anchor, title)}</h3>
<div class="pictures">${drawn}</div>
<figcaption>${caption}</figcaption>
<details><summary>The numbers behind it</summary>${table(title, data.header, data.rows)}</details>
</figure>`;
  });
}

/** The pictures that lie beside the report, one below another. */
export function attachmentList(attachments: readonly AttachedPicture[]): Markup[] {
  return attachments.map(({ file, caption, png }) => {
    const anchor = anchorOf('figure', file.replace(/\.png$/, ''));
    const address = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
    return html`<figure class="figure attachment" id="${anchor}" aria-label="${file}">
<figcaption>${caption} ${selfLink(anchor, file)}</figcaption>
<div class="pictures">${picture(address, caption)}</div>
</figure>`;
  });
}

/** A picture as an image: there an SVG neither runs scripts, nor loads anything, nor mixes its ids with those of the page. */
function picture(address: string, alternative: string): Markup {
  return html`<div class="scroll"><img src='${new Markup(address)}' alt="${alternative}"></div>`;
}

/** An SVG as the address of an image, fit for an attribute in single quotes. Few characters are escaped, which costs a third of base64. */
function svgAddress(svg: string): string {
  const escaped = showable(svg).replace(/[%#<>&'\s]/g, (character) =>
    character === ' ' ? ' ' : percentEncoded(character),
  );
  return `data:image/svg+xml;charset=utf-8,${escaped}`;
}

/** encodeURIComponent leaves the single quote alone. */
function percentEncoded(character: string): string {
  return character === "'" ? '%27' : encodeURIComponent(character);
}
