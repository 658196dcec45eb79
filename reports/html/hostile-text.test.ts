import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { reportOf } from '../testing/reports.ts';
import { pageEvidence, pageOf, poisonedPage } from './testing/page.ts';

/** Tags and the names of their attributes, which nothing but this program decides. */
const structure = (html: string) => html.replace(/="[^"]*"|='[^']*'/g, '=').match(/<\/?[a-z][^<>]*>/g);

test('no text becomes markup, wherever it stands', () => {
  const parts = [
    '</script>',
    '<script>',
    ']]>',
    '-->',
    '"',
    "'",
    ' x="',
    '&',
    '\0',
    '\u202e',
    '\ud800',
    '\n',
    '`',
    '${',
    'θ',
  ];
  const text = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 8 }).map((some) => some.join(''));
  const plain = structure(poisonedPage(''));
  fc.assert(
    fc.property(text, (given) => {
      const hostile = poisonedPage(given);
      expect(structure(hostile)).toEqual(plain);
      expect(hostile).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u202e]/u);
    }),
    { numRuns: 20 },
  );
});

test('texts of a megabyte are cut, with a note of their length', () => {
  const long = `<${'é'.repeat(2 ** 20)}`;
  const records = JSON.parse(
    JSON.stringify(pageEvidence).replaceAll('"fails"', JSON.stringify(long)),
  ) as EvidenceRecord[];
  const cut = pageOf(reportOf(records));
  expect(Buffer.byteLength(cut)).toBeLessThan(3e6);
  expect(cut).toContain('… (cut: 1,048,577 characters)');
});

test('thousands of refuted settings do not swell the page', () => {
  const [refuted] = pageEvidence.filter((record) => record.type === 'decision' && record.counterexample !== undefined);
  const lengthWith = (number: number) => {
    const more = Array.from({ length: number }, (_, index) => ({ ...refuted!, index }) as EvidenceRecord);
    return pageOf(reportOf([...pageEvidence, ...more])).length;
  };
  // Only numbers are longer.
  expect(lengthWith(5000) - lengthWith(500)).toBeLessThan(100);
});
