import { describe, expect, it } from 'vitest';
import { statementById } from '../../manifest/statement.ts';
import { statements } from './index.ts';

const ids = statements.map(({ id }) => id);

describe('the manifest of statements', () => {
  it('has unique ids, in lower case and separated by dots and hyphens', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+([.-][a-z0-9]+)*$/);
  });

  it('gives every statement a source, one sentence and a positive revision', () => {
    for (const { id, revision, source, statement: sentence } of statements) {
      expect(source, id).not.toBe('');
      expect(sentence, id).toMatch(/^[A-Z][^.]{20,}\.$/);
      expect(Number.isInteger(revision) && revision >= 1, id).toBe(true);
    }
  });

  it('gives a reason for whatever it leaves unchecked', () => {
    for (const { id, scope } of statements)
      if (scope.status !== 'checked') expect(scope.reason, id).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('rests statements on known ones only, and never in a circle', () => {
    const settled = new Set<string>();
    const settle = (id: string, above: readonly string[]) => {
      if (settled.has(id)) return;
      expect(above, `${[...above, id].join(' → ')} is a circle`).not.toContain(id);
      for (const below of statementById(statements, id).dependsOn ?? []) settle(below, [...above, id]);
      settled.add(id);
    };
    for (const id of ids) settle(id, []);
    expect(settled.size).toBe(ids.length);
  });

  it('marks the seven loose wordings, and nothing else, as false', () => {
    const refuted = statements.filter(({ holds }) => holds === false).map(({ id }) => id);
    expect(refuted).toHaveLength(7);
    expect(refuted).toEqual(ids.filter((id) => id.startsWith('loose.')));
  });

  it('covers the regression and the autoencoder, and leaves out the language model and what no run can decide', () => {
    const undecidable = ['thm4.1.almost-sure', 'vae.absolute-distances'];
    for (const { id, scope } of statements) {
      const left = id.startsWith('lm.') || undecidable.includes(id);
      expect(scope.status, id).toBe(left ? 'out-of-scope' : 'checked');
    }
  });
});
