import { canonicalJson } from '../canonical-json.ts';
import type { RunRecord } from './evidence.ts';

/** Fields in which shards of one run may differ: their claims, their part of the run, and where they ran. */
const own = ['type', 'command', 'machine', 'claims', 'mutants', 'leftOut', 'shards', 'sources'];

/** Characters that are shown of a value. */
const SHOWN_CHARACTERS = 60;

/** Source files that are named. The others are counted. */
const NAMED_FILES = 3;

/** The differences of two run records that shards of one run cannot have, each as a phrase: 'seed (1 and 2)'. Empty for shards of one run. */
export function runDifferences(a: RunRecord, b: RunRecord): string[] {
  const [left, right] = [common(a), common(b)];
  const fields = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  // A shard states a backend and the budget of a kind of work only if it has such claims. It goes with any shard that states them.
  const unstated = fields.filter((field) => isOptional(field) && (absent(left[field]) || absent(right[field])));
  const changed = changedSources(a.sources, b.sources);
  return [
    ...fields
      .filter((field) => !same(left[field], right[field]) && !unstated.includes(field))
      .map((field) => `${field} (${both(left[field], right[field])})`),
    ...(changed === '' ? [] : [`sources (${changed})`]),
  ];
}

/** A shard states this and a run that was not split does not: such a run goes with all of its shards. */
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
    return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
  };
  return `${shown(a)} and ${shown(b)}`;
}

/** The files that both runs depend on and that differ. Runs of different claims may depend on different files. */
function changedSources(a: RunRecord['sources'], b: RunRecord['sources']): string {
  const paths = Object.keys(a)
    .filter((path) => b[path] !== undefined && a[path] !== b[path])
    .sort();
  const rest = paths.length > NAMED_FILES ? ` and ${paths.length - NAMED_FILES} more` : '';
  return `${paths.slice(0, NAMED_FILES).join(', ')}${rest}`;
}
