/** Controls that JSON leaves as they are, line and paragraph separators, and characters that turn the direction of the text around them. */
export const controlsOfJson = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** All of these, and the controls that JSON escapes. */
export const controls = new RegExp(`[\\u0000-\\u001f]|${controlsOfJson.source}`);

const allControls = new RegExp(controls, 'g');

/** Code point of the picture of the control 0; the others follow in order. */
const PICTURES = 0x2400;
const DELETE = 0x7f;
const SPACE = 0x20;

/**
 * A text as a terminal shows it without acting on it, on one line and of the same length: a control is its picture (␛ for the escape
 * character), or U+FFFD where it has no picture.
 */
export function printable(text: string): string {
  return text.replace(allControls, (character) => {
    const code = character.charCodeAt(0);
    if (code === DELETE) return '\u2421';
    return code < SPACE ? String.fromCharCode(PICTURES + code) : '\uFFFD';
  });
}

/** A text, or its beginning if it has more than `most` characters. */
export function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
