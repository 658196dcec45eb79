import { drawnSettings } from '../../properties/engine/kinds/drawn-settings/kind.ts';
import { figureData } from '../../properties/engine/kinds/figure-data/kind.ts';
import type { KindOfWork } from '../../properties/engine/kinds/kind-of-work.ts';
import type { ReplicatedDesign } from '../../properties/engine/kinds/replicated-runs/design.ts';
import { replicatedRuns } from '../../properties/engine/kinds/replicated-runs/kind.ts';
import type { Suite } from '../../properties/engine/suite.ts';
import { checked, type Statement } from '../../theory/manifest/statement.ts';
import type { ReportedSuite } from '../model/reported-suite.ts';

/** A suite made by hand for the tests of reports: a statement of each status, and two quantities. */

const statement = (id: string, rest: Partial<Pick<Statement, 'scope' | 'holds'>> = {}): Statement => ({
  id,
  revision: 1,
  source: `Theorem of ${id}`,
  section: 'By hand',
  statement: `The ${id} statement.`,
  kind: 'mean',
  scope: checked,
  tex: 'x',
  ...rest,
});

export const exampleStatements: readonly Statement[] = [
  statement('true'),
  statement('false'),
  statement('weak'),
  statement('loose', { holds: false }),
  statement('unclaimed'),
  statement('later', { scope: { status: 'not-yet', reason: 'No data yet.' } }),
  statement('never', { scope: { status: 'out-of-scope', reason: 'Needs accelerators.' } }),
];

/** Kinds of work that write evidence and cannot carry anything out. */
export const exampleKinds: readonly KindOfWork[] = [
  drawnSettings,
  replicatedRuns({ modules: [] } as Partial<ReplicatedDesign> as ReplicatedDesign),
  figureData([], [], { observation: { type: 'object' }, details: null }),
];

/** Values of the fields `n` and `noise` of a setting. */
function quantitiesOf(setting: unknown): (readonly [string, number])[] {
  return Object.entries(setting ?? {}).filter(([name]) => name === 'n' || name === 'noise');
}

export const exampleSuite: ReportedSuite = {
  id: 'example',
  statements: exampleStatements,
  glossary: { givenSymbols: {}, definitions: {} },
  quantities: {
    list: [
      { quantity: 'noise', symbol: 'σ', meaning: 'noise of an observation' },
      { quantity: 'n', symbol: 'n', meaning: 'observations' },
    ],
    of: quantitiesOf,
  },
  codeRoots: ['theory', 'sim'],
  kinds: exampleKinds,
};

/** What a merge of evidence needs of the suite: the order of its claims and mutants, and its kinds of work. */
export function mergedSuite(claims: readonly string[], mutants: readonly string[]): Suite {
  const named = (ids: readonly string[]) => ids.map((id) => ({ id }));
  const content: unknown = { ...exampleSuite, claims: named(claims), mutants: named(mutants) };
  return content as Suite;
}
