import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown, fenced, markdownTable } from './escape.ts';

/** Mostly what Markdown and HTML give a meaning to. */
const text = fc.string({ unit: fc.constantFrom(...'|`\\*_~$[]#<>&;\n\r\tab 1θ²') });

/** A GitHub-flavoured reader: entities, and backslashes before punctuation. */
const read = (markdown: string) =>
  markdown
    .replace(/\\([\\`*_~|$[\]#])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

test('escaped text is read as it was, on one line', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(read(escapeMarkdown(given))).toBe(given.replace(/\s+/g, ' '));
    }),
  );
});

test('escaped text has no bare pipe, backtick, asterisk, dollar sign, angle bracket or newline', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(escapeMarkdown(given)).not.toMatch(/(?<!\\)[|`*$]|[<>\n\r]/);
    }),
  );
});

test('a table has as many cells in each row as in its header, whatever the cells say', () => {
  const row = fc.tuple(text, text, text);
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const lines = markdownTable(['a', 'b', 'c'], rows).split('\n');
      expect(lines).toHaveLength(rows.length + 2);
      for (const line of lines) expect(line.split(/(?<!\\)\|/)).toHaveLength(5);
    }),
  );
});

test('no text closes its own fence', () => {
  fc.assert(
    fc.property(text, (given) => {
      const block = fenced(given, 'json');
      const fence = /^`+/.exec(block)![0];
      expect(block.split(fence)).toHaveLength(3);
    }),
  );
});
