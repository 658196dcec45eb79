import { expect, test } from 'vitest';
import { firstOf, html, LONGEST_SHOWN, Markup, shown } from './markup.ts';

test('text and numbers are escaped, markup is taken as it is, null is nothing', () => {
  const bold = html`<b>${'<&>'}</b>`;
  expect(String(html`<p title="${'"'}">${bold}${null}${[bold, bold]}${1.5}</p>`)).toBe(
    '<p title="&quot;"><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b>1.5</p>',
  );
});

test('nothing that was read from JSON passes for markup', () => {
  const forged = JSON.parse(JSON.stringify(new Markup('<script>'))) as string;
  expect(String(html`${Object.assign(forged, { toString: () => '<script>' })}`)).toBe('&lt;script&gt;');
});

test('a text is cut where the limit is, and no shorter one', () => {
  expect(shown('a'.repeat(LONGEST_SHOWN))).toBe('a'.repeat(LONGEST_SHOWN));
  expect(shown('a'.repeat(LONGEST_SHOWN + 1))).toBe(`${'a'.repeat(LONGEST_SHOWN)}… (cut: 4,097 characters)`);
});

test('of many the first are shown, and how many are left', () => {
  const list = (most: number) =>
    firstOf(
      ['a', 'b'],
      most,
      (each) => html`${each}`,
      (left) => html`+${left}`,
    ).join('');
  expect([list(1), list(2), list(3)]).toEqual(['a+1', 'ab', 'ab']);
});
