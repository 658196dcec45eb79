import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkup } from './showable.ts';

test('text in a page is read as it was, but for what cannot be shown', () => {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  const readPage = (page: string) => page.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!);
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'<>&\'"\n\t\0\u0085\u202eaθ', '&amp;', '😀', '\ud83d') }),
      (given) => {
        const page = escapeMarkup(given);
        expect(page).not.toMatch(/[<>"']/);
        const wellFormed = Buffer.from(given).toString();
        const expected = [...wellFormed].map((each) => ('\0\u0085\u202e'.includes(each) ? '\ufffd' : each)).join('');
        expect(readPage(page)).toBe(expected);
      },
    ),
  );
});
