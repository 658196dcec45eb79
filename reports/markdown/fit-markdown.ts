import { counted } from '../wording/numbers.ts';

/** A section of a Markdown document: its heading, and blocks that an empty line sets apart. */
export type Section = readonly [heading: string, ...blocks: string[]];

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
 * Sections as one document of at most `most` bytes, if their headings fit into `most`. Each section gets half of the room that the sections
 * before it left, and the last section gets all of it. So the last section is cut first, unless another one is far too long, and no section
 * takes the room of all others. A section says how many of its blocks and rows are left out. A table that is cut is still a table.
 */
export function fitMarkdown(sections: readonly Section[], most: number): string {
  let left = most - sections.reduce((sum, [heading]) => sum + size(heading) + LINE, 0);
  const fitted = sections.map(([heading, ...blocks], index): Section => {
    let room = index === sections.length - 1 ? left : Math.floor(left / 2);
    let cut = 0;
    const kept = blocks.flatMap((block) => {
      const [shown, missing] = block.startsWith('|') ? rowsOf(block, room) : wholeBlock(block, room);
      for (const part of shown) {
        room -= size(part);
        left -= size(part);
      }
      cut += missing;
      return shown;
    });
    if (cut === 0) return [heading, ...kept];
    return [heading, ...kept, `*${counted(cut, 'part')} of this section left out: report.json has all.*`];
  });
  return documentOf(fitted);
}

/** What is shown of a block, in parts, and how many of its parts are missing. */
type Fitted = readonly [shown: string[], missing: number];

function wholeBlock(block: string, room: number): Fitted {
  return size(block) <= room ? [[block], 0] : [[], 1];
}

/** A table with the rows that fit. */
function rowsOf(table: string, room: number): Fitted {
  const [header = '', rule = '', ...rows] = table.split('\n');
  let left = room - size(`${header}\n${rule}`);
  const shown = rows.filter((row) => {
    const bytes = bytesOf(`\n${row}`);
    const fits = bytes <= left;
    if (fits) left -= bytes;
    return fits;
  });
  return [shown.length === 0 ? [] : [[header, rule, ...shown].join('\n')], rows.length - shown.length];
}

/** Bytes of a part with the empty line that may set it apart. */
const size = (part: string) => bytesOf(part) + '\n\n'.length;
