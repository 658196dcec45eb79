/** Controls but for tab and line ends, halves of surrogate pairs, non-characters, and what turns the direction of the text around it. */
const unshowable = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu;

/** The text; characters that cannot be shown are U+FFFD. */
export function showable(text: string): string {
  return text.replace(unshowable, '\uFFFD');
}

/** A text as HTML that shows the text and nothing else, with its lines, fit for content and for quoted attributes. */
export function escapeMarkup(text: string): string {
  return showable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
