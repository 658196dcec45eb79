import { expect, test } from 'vitest';
import { codePlace } from './code-place.ts';

const linked = (file: string, repository: string | null = '..') => String(codePlace({ file, line: 7 }, repository));

test('a path of the suite is linked where the sources can be read', () => {
  const path = '<code>properties/claims/gain-sign.ts:7</code>';
  expect(linked('properties/claims/gain-sign.ts')).toBe(
    `<a href="../properties/claims/gain-sign.ts#L7" rel="noreferrer">${path}</a>`,
  );
  expect(linked('properties/claims/gain-sign.ts', null)).toBe(path);
});

test.each(['../secret', 'a/../../b', '/etc/passwd', 'a//b', 'a b', 'a?b', 'a#b', 'half \ud800', ''])(
  'a path that leads elsewhere is not linked: %j',
  (file) => {
    expect(linked(file)).not.toContain('<a');
  },
);
