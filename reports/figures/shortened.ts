/** A text in at most `limit` characters, the last of them an ellipsis where some had to go. */
export function shortened(text: string, limit: number): string {
  const letters = [...text.slice(0, 2 * limit)];
  return text.length <= limit ? text : `${letters.slice(0, limit - 1).join('')}…`;
}
