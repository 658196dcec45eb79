/** A function that gives the place of a text among some texts: its index, or, of another text, a place after all of them by the alphabet. */
export function placeAmong(texts: readonly string[]): (text: string) => readonly [number, string] {
  const places = new Map<string, readonly [number, string]>();
  for (const text of texts) if (!places.has(text)) places.set(text, [places.size, '']);
  return (text) => places.get(text) ?? [texts.length, text];
}
