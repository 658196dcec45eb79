import { count } from '../../wording/numbers.ts';
import { escapeMarkup } from '../../wording/showable.ts';

/**
 * Characters of a text that the page shows. Suites write nothing longer but large settings, and hundreds of texts that are cut here fit into a
 * page of 3 MB. report.json has the whole text.
 */
export const LONGEST_SHOWN = 4096;

/** HTML that is taken as it is. It is a class, so that nothing that was read from JSON can pass for it. */
export class Markup {
  readonly #html: string;

  /** @param html trusted: written by this program, or escaped. */
  constructor(html: string) {
    this.#html = html;
  }

  toString(): string {
    return this.#html;
  }
}

/** What a template takes: markup as it is, text and numbers escaped, nothing for null. */
export type Part = Markup | readonly Markup[] | string | number | null;

/** HTML from a template whose parts are escaped, in content and in quoted attributes; texts longer than LONGEST_SHOWN are cut. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(template.reduce((before, after, index) => `${before}${written(parts[index - 1] ?? null)}${after}`));
}

/** A text as it is shown: a text that is too long is cut, with a note of its length. */
export function shown(text: string): string {
  return text.length <= LONGEST_SHOWN
    ? text
    : `${text.slice(0, LONGEST_SHOWN)}… (cut: ${count(text.length)} characters)`;
}

/** The first of many, and a note of how many others there are, if there are others. */
export function firstOf<T>(
  items: readonly T[],
  most: number,
  each: (item: T) => Markup,
  more: (left: number) => Markup,
): Markup[] {
  return [...items.slice(0, most).map(each), ...(items.length > most ? [more(items.length - most)] : [])];
}

function written(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.toString();
  if (Array.isArray(part)) return part.map(written).join('');
  return escapeMarkup(shown(String(part)));
}
