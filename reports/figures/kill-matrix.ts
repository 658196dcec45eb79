import type { MutantReport } from '../model/mutants.ts';
import type { Report } from '../model/report.ts';
import { named } from '../wording/named.ts';
import { counted } from '../wording/numbers.ts';
import { matrixPanel } from './kill-matrix-panel.ts';
import { type Key, legend } from './legend.ts';
import { shortened } from './shortened.ts';
import type { FigureSpecification } from './specification.ts';
import { colors } from './theme.ts';

/** Longest id that is shown in full. */
const LONGEST = 36;

const looks = {
  killed: { shape: 'square', color: colors.blue, filled: true, size: 100 },
  survived: { shape: 'M-1,-1L1,1M1,-1L-1,1', color: colors.vermillion, filled: false, size: 90 },
  'not tried': { shape: 'diamond', color: colors.black, filled: false, size: 60 },
} as const;

type Fate = keyof typeof looks;

const grid = { shape: 'square', color: '#dddddd', filled: false, size: 150 } as const;

/** Claims by mutants: which claim refuted which mutant. */
export function killMatrix({ claims, mutants }: Report): FigureSpecification | null {
  if (mutants.length === 0 || claims.length === 0) return null;
  const rows = grouped(claims, ({ group }) => group);
  const columns = grouped(mutants, ({ part }) => part);
  const cells = rows.flatMap((claim, row) =>
    claim.mutants.map(({ mutant, killed, index }) => ({
      row,
      column: columns.findIndex(({ id }) => id === mutant),
      claim: claim.id,
      mutant,
      fate: fateOf(killed, index),
      look: looks[fateOf(killed, index)],
    })),
  );
  const count = (fate: Fate) => cells.filter((cell) => cell.fate === fate).length;
  const parts = [...new Set(mutants.map(({ part }) => part))];
  const alive = mutants.filter(({ killed }) => !killed);
  const survivors = cells
    .filter(({ fate }) => fate === 'survived')
    .map(({ claim, mutant }) => `${shortened(mutant, LONGEST)} under ${shortened(claim, LONGEST)}`);
  return {
    id: 'kill-matrix',
    title: 'Mutants that the claims kill',
    caption:
      `A row for each claim, a column for each mutant: a wrong world, with one mistake in one of its parts (${named(parts.map((part) => shortened(part, LONGEST)))}). A claim that cannot tell a wrong world ` +
      'from the right one says nothing about the paper, so each claim is held against the mutants that it should refute. A filled square: refuted (killed). ' +
      'A cross: not refuted (survived), which leaves the claim undecided. An empty cell: not paired, as where a mistake cannot show. ' +
      'Every mutant needs a square in its column.',
    pictures: [
      {
        spec: { vconcat: [matrixPanel(rows, columns, cells), legend(keys, 4)] },
        alternative:
          `${counted(claims.length, 'claim')} by ${counted(mutants.length, 'mutant')}: ${count('killed')} killed, ${count('survived')} survived, ${count('not tried')} not tried. ` +
          `${alive.length === 0 ? 'Every mutant has a killer.' : `Without a killer: ${alive.map(({ id }) => shortened(id, LONGEST)).join(', ')}.`}` +
          (survivors.length === 0
            ? ''
            : ` Survived: ${survivors.slice(0, 10).join('; ')}${survivors.length > 10 ? '; …' : ''}.`),
      },
    ],
    data: {
      header: ['claim', 'group', 'mutant', 'part', 'fate', 'setting', 'replicates', 'by'],
      rows: rows.flatMap(({ id, group, mutants: outcomes }) =>
        outcomes.map(({ mutant, killed, index, replicates, by }) => [
          id,
          group,
          mutant,
          partOf(mutant, mutants),
          fateOf(killed, index),
          index,
          replicates,
          by,
        ]),
      ),
    },
  };
}

const fateOf = (killed: boolean, index: number | null): Fate =>
  killed ? 'killed' : index === null ? 'not tried' : 'survived';

const partOf = (mutant: string, mutants: readonly MutantReport[]) =>
  mutants.find(({ id }) => id === mutant)?.part ?? null;

const keys: readonly Key[] = [
  ...Object.entries(looks).map(([name, look]) => ({ name, points: [grid, look] })),
  { name: 'not paired', points: [grid] },
];

/** Items of one key beside each other, keys in the order of their first item. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const order = [...new Set(items.map(keyOf))];
  return items.toSorted((a, b) => order.indexOf(keyOf(a)) - order.indexOf(keyOf(b)));
}
