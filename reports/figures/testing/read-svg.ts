import { create } from 'xmlbuilder2';

/** A picture taken apart, for tests. */
export interface ReadSvg {
  readonly width: number;
  /** Every text, as it is shown. */
  readonly texts: readonly string[];
  /** How many elements have a name. */
  count(element: string): number;
  /** How many elements have an attribute of this value. */
  having(attribute: string, value: string): number;
  /** Names of all elements and attributes. */
  readonly names: ReadonlySet<string>;
}

/** Takes a picture apart. @throws Error when it is no well-formed XML. */
export function readSvg(svg: string): ReadSvg {
  create(svg);
  const tags = [...svg.matchAll(/<([a-zA-Z]+)([^>]*)>/g)].map(([, element, rest]) => ({
    element: element!,
    attributes: [...rest!.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!] as const),
  }));
  const attributes = tags.flatMap((tag) => tag.attributes);
  return {
    width: Number(attributes.find(([name]) => name === 'width')?.[1]),
    texts: [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => plain(text!)),
    count: (element) => tags.filter((tag) => tag.element === element).length,
    having: (attribute, value) => attributes.filter(([name, has]) => name === attribute && has === value).length,
    names: new Set([...tags.map(({ element }) => element), ...attributes.map(([name]) => name)]),
  };
}

const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
