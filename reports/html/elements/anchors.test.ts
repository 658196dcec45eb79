import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorOf, statementAnchor } from './anchors.ts';

test('plain names are read in the link, and a statement keeps its link through revisions', () => {
  expect(anchorOf('claim', 'gain-sign')).toBe('claim-gain-sign');
  expect(anchorOf('section', 'One round')).toBe('section-One_round');
  expect(statementAnchor('thm3.1.bias~1')).toBe('statement-thm3.1.bias');
  expect(statementAnchor('thm3.1.bias~12')).toBe('statement-thm3.1.bias');
});

test('different names have different anchors, which need no escaping and are short', () => {
  const name = fc.string({ unit: fc.constantFrom(...'ab-_ /<"#é'), maxLength: 120 });
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(anchorOf('claim', one) === anchorOf('claim', other)).toBe(one === other);
      expect(anchorOf('claim', one)).toMatch(/^[\w.-]{1,100}$/);
    }),
  );
});
