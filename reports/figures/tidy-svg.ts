import { FONT } from './theme.ts';

/**
 * SVG as Vega writes it, but without what only a live view needs (half of its bytes), with ids of its own and coordinates to a hundredth of a
 * pixel. Text stays as it is; characters that XML does not have are replaced.
 */
export function tidySvg(svg: string, id: string): string {
  const ids = new Map(
    [...svg.matchAll(/<(?:clipPath|linearGradient) id="([^"]+)"/g)].map(([, old], at) => [old!, `${id}-${at}`]),
  );
  const renamed = (old: string) => ids.get(old) ?? old;
  return (
    svg
      .replace(/<path class="foreground"[^>]*\/>/g, '')
      .replace(/<path class="background"[^>]*\/>/g, (path) => (/ (?:fill|stroke)="/.test(path) ? path : ''))
      // A label that would overlap another is there but cannot be seen.
      .replace(/<text [^>]*opacity="0"[^>]*>[^<]*<\/text>/g, '')
      .replace(/<[^!?/][^>]*>/g, (tag) =>
        tag
          .replace(/ (?:class|pointer-events|aria-[a-z]+|role|xmlns:xlink|font-family)="[^"]*"/g, '')
          .replaceAll(' opacity="1"', '')
          .replace(/(\.\d\d)\d+/g, '$1')
          .replace(/ id="([^"]+)"/, (_, old) => ` id="${renamed(old)}"`)
          .replace(/url\(#([^)]+)\)/, (_, old) => `url(#${renamed(old)})`),
      )
      .replace('<svg ', `<svg font-family="${FONT}" `)
      .replace(/\p{Cc}|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, (character) =>
        /[\t\n\r]/.test(character) ? character : '\ufffd',
      )
  );
}
