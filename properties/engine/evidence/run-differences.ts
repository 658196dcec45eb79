import { canonicalJson } from '../canonical-json.ts';
import type { RunRecord } from './evidence.ts';

/** Fields in which shards of one run may differ: which part and claims they have, and where they ran. */
const own = ['type', 'command', 'machine', 'claims', 'mutants', 'leftOut', 'shards', 'sources'];

/** Characters that a value is shown in. */
const SHOWN = 60;

/** Source files that are named; the rest is counted. */
const NAMED = 3;

/** In what two run records differ though shards of one run would not, each in a phrase: 'seed (1 and 2)'. Empty for shards of one run. */
export function runDifferences(a: RunRecord, b: RunRecord): string[] {
  const [left, right] = [common(a), common(b)];
  const fields = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  // A shard states a backend and the budget of a kind of work only if it has claims of it: one that does not goes with any that does.
  const unstated = fields.filter((field) => isOptional(field) && (absent(left[field]) || absent(right[field])));
  const changed = changedSources(a.sources, b.sources);
  return [
    ...fields
      .filter((field) => !same(left[field], right[field]) && !unstated.includes(field))
      .map((field) => `${field} (${both(left[field], right[field])})`),
    ...(changed === '' ? [] : [`sources (${changed})`]),
  ];
}

/** What a shard states, and a run that was not split does not: it goes with all of its shards. */
const split = 'number of shards';

function common(run: RunRecord): Readonly<Record<string, unknown>> {
  const { budgets, shards, ...rest } = run;
  const named = Object.entries(budgets).map(([kind, budget]) => [`budget of ${kind}`, budget]);
  const fields = Object.entries({ ...rest, ...Object.fromEntries(named), [split]: shards?.of });
  return Object.fromEntries(fields.filter(([field]) => !own.includes(field)));
}

const isOptional = (field: string) => field === 'backend' || field === split || field.startsWith('budget of ');

const absent = (value: unknown) => value === null || value === undefined;

const same = (a: unknown, b: unknown) => canonicalJson([a]) === canonicalJson([b]);

function both(a: unknown, b: unknown): string {
  const shown = (value: unknown) => {
    const text = canonicalJson(value) ?? 'absent';
    return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  };
  return `${shown(a)} and ${shown(b)}`;
}

/** Files that both runs depend on and that differ: runs of other claims may depend on others. */
function changedSources(a: RunRecord['sources'], b: RunRecord['sources']): string {
  const paths = Object.keys(a)
    .filter((path) => b[path] !== undefined && a[path] !== b[path])
    .sort();
  const rest = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
  return `${paths.slice(0, NAMED).join(', ')}${rest}`;
}
