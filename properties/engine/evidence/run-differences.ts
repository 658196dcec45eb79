import { canonicalJson } from '../canonical-json.ts';
import type { RunRecord } from './evidence.ts';

/** Fields in which shards of one run may differ: which part and claims they have, and where they ran. */
const own = ['type', 'command', 'machine', 'claims', 'mutants', 'leftOut', 'shards'];

/** Characters that a value is shown in. */
const SHOWN = 60;

/** Source files that are named; the rest is counted. */
const NAMED = 3;

/** In what two run records differ though shards of one run would not, each in a phrase: 'seed (1 and 2)'. Empty for shards of one run. */
export function runDifferences(a: RunRecord, b: RunRecord): string[] {
  const [left, right] = [common(a), common(b)];
  const fields = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const unstated = [
    ...(unequipped(left, right) ? equipment : []),
    ...(a.shards === undefined || b.shards === undefined ? [split] : []),
  ];
  return fields
    .filter((field) => !same(left[field], right[field]) && !unstated.includes(field))
    .map(
      (field) => `${field} (${field === 'sources' ? changed(a.sources, b.sources) : both(left[field], right[field])})`,
    );
}

/** What a shard states only if it retrains generators: one that does not goes with any that does. */
const equipment = ['engine', 'digits', 'budget.retraining'];

/** What a shard states, and a run that was not split does not: it goes with all of its shards. */
const split = 'number of shards';

function common(run: RunRecord): Readonly<Record<string, unknown>> {
  const { budget, shards, ...rest } = run;
  const { retraining, ...drawn } = budget;
  const fields = Object.entries({
    ...rest,
    budget: drawn,
    'budget.retraining': retraining,
    [split]: shards?.of,
  });
  return Object.fromEntries(fields.filter(([field]) => !own.includes(field)));
}

const unequipped = (...runs: readonly Readonly<Record<string, unknown>>[]) =>
  runs.some(({ engine }) => engine === null);

const same = (a: unknown, b: unknown) => canonicalJson([a]) === canonicalJson([b]);

function both(a: unknown, b: unknown): string {
  const shown = (value: unknown) => {
    const text = canonicalJson(value) ?? 'absent';
    return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  };
  return `${shown(a)} and ${shown(b)}`;
}

function changed(a: RunRecord['sources'], b: RunRecord['sources']): string {
  const paths = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path]).sort();
  const rest = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
  return `${paths.slice(0, NAMED).join(', ')}${rest}`;
}
