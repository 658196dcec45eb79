/** A text, or its first characters and an ellipsis if it has more than `limit`. */
export function shortened(text: string, limit: number): string {
  const letters = [...text.slice(0, 2 * limit)];
  return text.length <= limit ? text : `${letters.slice(0, limit - 1).join('')}…`;
}
