import { counted } from './numbers.ts';

/** A section of a Markdown document: its heading, and blocks that an empty line sets apart. */
export type Section = readonly [heading: string, ...blocks: string[]];

/** Bytes of one block, or of one row of a table, of a document that has to be cut: none may take the place of all others. */
const BLOCK = 2 ** 14;

/** Bytes kept for the line that says what is left out of a section. */
const LINE = 150;

/** Sections as one document. */
export function documentOf(sections: readonly Section[]): string {
  return `${sections.flat().join('\n\n')}\n`;
}

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}

/**
 * Sections as one document of at most `most` bytes, if `most` holds their headings. The first section is filled first, so that what is left
 * out is left out of the last ones, but a block or row of more than 16 KiB, which is left out of any; the section says so. What is left of a
 * table is a table.
 */
export function fitMarkdown(sections: readonly Section[], most: number): string {
  let left = most - sections.reduce((sum, [heading]) => sum + size(heading) + LINE, 0);
  const fitted = sections.map(([heading, ...blocks]): Section => {
    let cut = 0;
    const kept = blocks.flatMap((block) => {
      const [start, missing] = block.startsWith('|') ? startOfTable(block, left) : wholeBlock(block, left);
      for (const part of start) left -= size(part);
      cut += missing;
      return start;
    });
    if (cut === 0) return [heading, ...kept];
    return [heading, ...kept, `*${counted(cut, 'part')} of this section left out: report.json has all.*`];
  });
  return documentOf(fitted);
}

/** What is shown of a block: it or nothing, and how many parts of it are missing. */
type Fitted = readonly [shown: string[], missing: number];

function wholeBlock(block: string, most: number): Fitted {
  return size(block) <= Math.min(most, BLOCK) ? [[block], 0] : [[], 1];
}

/** The rows that fit. */
function startOfTable(table: string, most: number): Fitted {
  const [header = '', rule = '', ...rows] = table.split('\n');
  let left = most - size(`${header}\n${rule}`);
  const shown = rows.filter((row) => {
    const bytes = bytesOf(`\n${row}`);
    const fits = bytes <= Math.min(left, BLOCK);
    if (fits) left -= bytes;
    return fits;
  });
  return [shown.length === 0 ? [] : [[header, rule, ...shown].join('\n')], rows.length - shown.length];
}

/** Bytes of a part with the empty line that may set it apart. */
const size = (part: string) => bytesOf(part) + '\n\n'.length;
