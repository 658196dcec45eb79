/** An element of an XML document, for tests. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const token =
  /<(?<open>[a-z]+)(?<attributes>(?: [a-z]+="[^"<]*")*)(?<empty>\/?)>|<\/(?<close>[a-z]+)>|(?<text>(?:(?!\]\]>)[^<])+)/y;

/** All that XML 1.0 allows, and no half of a surrogate pair. */
const legal = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

/**
 * Reads a document of elements, attributes and text, and no more of XML than that; xmlbuilder2 reads what is not well-formed too.
 * @throws Error at the first thing that is not well-formed.
 */
export function readXml(document: string): Element {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!legal.test(document)) throw new Error('it has a character that XML forbids');
  if (!document.startsWith(declaration)) throw new Error('it has no declaration');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  token.lastIndex = declaration.length;
  while (token.lastIndex < document.length) {
    const at = token.lastIndex;
    const { groups } = token.exec(document) ?? {};
    if (groups === undefined) throw new Error(`it is not well-formed at '${document.slice(at, at + 40)}'`);
    const within = open.at(-1)!;
    if (groups.open !== undefined) {
      const element = { name: groups.open, attributes: attributesOf(groups.attributes!), children: [], text: '' };
      within.children.push(element);
      if (groups.empty === '') open.push(element);
    } else if (groups.text !== undefined) within.text += unescaped(groups.text);
    else if (open.pop()!.name !== groups.close) throw new Error(`</${groups.close}> closes nothing`);
  }
  if (open.length !== 1 || root.children.length !== 1 || root.text.trim() !== '')
    throw new Error('it has not one root');
  return root.children[0]!;
}

function attributesOf(text: string): Record<string, string> {
  const entries = [...text.matchAll(/ (\w+)="([^"]*)"/g)].map(([, name, value]) => [name!, unescaped(value!)] as const);
  if (new Set(entries.map(([name]) => name)).size < entries.length) throw new Error('an attribute is there twice');
  return Object.fromEntries(entries);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function unescaped(text: string): string {
  return text.replace(/&(\w*;?)/g, (whole, name: string) => {
    const character = entities[name.slice(0, -1)];
    if (!name.endsWith(';') || character === undefined) throw new Error(`${whole} is no entity`);
    return character;
  });
}
