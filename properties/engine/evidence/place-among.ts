/** The place of a text among others: its index, and beyond the last of them by the text itself. */
export function placeAmong(texts: readonly string[]): (text: string) => readonly [number, string] {
  const places = new Map<string, readonly [number, string]>();
  for (const text of texts) if (!places.has(text)) places.set(text, [places.size, '']);
  return (text) => places.get(text) ?? [texts.length, text];
}
