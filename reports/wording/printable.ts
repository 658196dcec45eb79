/** Controls that JSON leaves as they are, line and paragraph separators, and what turns the direction of the text around it. */
export const controlsOfJson = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** These, and the controls that JSON escapes. */
export const controls = new RegExp(`[\\u0000-\\u001f]|${controlsOfJson.source}`);

const allControls = new RegExp(controls, 'g');

/** Code point of the picture of the control 0; the others follow in order. */
const PICTURES = 0x2400;
const DELETE = 0x7f;
const SPACE = 0x20;

/**
 * Text as a terminal shows it without acting on it, on one line and of the same length: a control is its picture (␛ for the escape
 * character), and what has none is U+FFFD.
 */
export function printable(text: string): string {
  return text.replace(allControls, (character) => {
    const code = character.charCodeAt(0);
    if (code === DELETE) return '\u2421';
    return code < SPACE ? String.fromCharCode(PICTURES + code) : '\uFFFD';
  });
}

/** The beginning of a text that is longer than a number of characters, and the text itself if it is not. */
export function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
