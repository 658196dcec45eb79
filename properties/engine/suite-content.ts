import type { Glossary } from '../../theory/manifest/glossary.ts';
import type { Statement } from '../../theory/manifest/statement.ts';
import type { Claim } from './claim.ts';
import type { Mutant } from './mutant.ts';
import type { Tier } from './tier.ts';

/** A part of a suite's claims. `npm test` has a test file for each group. */
export interface ClaimGroup {
  readonly id: string;
  readonly title: string;
}

/** What the settings of different claims have in common. A report shows by them where the domains were sampled. */
export interface Quantities {
  readonly list: readonly { readonly quantity: string; readonly symbol: string; readonly meaning: string }[];
  /** The quantities of a setting and their values. A quantity may have several values; a setting may have no quantities. */
  of(setting: unknown): readonly (readonly [quantity: string, value: number])[];
}

/** An option of the command line that a suite adds, for the backend of its runs. */
export interface SuiteOption {
  /** Its name in camel case, which is the key of its value. */
  readonly name: string;
  /** As commander takes them: '--data <directory>'. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly default?: string;
  /** The environment variable whose value is used where the option is not given. */
  readonly environment?: string;
  /** Whether the option says where something is on this machine, and not what is run. Its value is a path, and `work` and `--resume` take it too. */
  readonly local?: true;
}

/** Values of a suite's options, by their names. Plain data. */
export type SuiteOptions = Readonly<Record<string, string>>;

/** A suite without the kinds of work that decide its claims. */
export interface SuiteContent<World = unknown> {
  /** A word, as `--suite` takes it and as its folders are named. */
  readonly id: string;
  /** The theory in a few words. */
  readonly title: string;
  /** The paper in a few words, such as its arXiv number. */
  readonly paper: string;
  /** Address of the paper. */
  readonly url: string;
  /** Address of the module that exports this as `suite`: `import.meta.url`. A worker finds the suite by this address. */
  readonly module: string;
  /** Addresses of modules that the evidence of every claim depends on: those of the world and of the tiers. */
  readonly dependsOn: readonly string[];
  readonly statements: readonly Statement[];
  readonly glossary: Glossary;
  /** Group by group, in the order of the paper. */
  readonly claims: readonly Claim[];
  readonly groups: readonly ClaimGroup[];
  readonly mutants: readonly Mutant<World>[];
  /** The theory as it is, and faithful simulators. Claims are held against it. */
  readonly world: World;
  /** The first is the default. */
  readonly tiers: readonly Tier[];
  readonly quantities: Quantities;
  readonly options: readonly SuiteOption[];
  /** Folders, from the root of the repository, whose lines `claimcheck coverage` counts. */
  readonly codeRoots: readonly string[];
}

/** @throws RangeError when the suite has no such claim. */
export function claimOf({ claims }: Pick<SuiteContent, 'claims'>, id: string): Claim {
  return named('claim', claims, id);
}

/** @throws RangeError when the suite has no such mutant. */
export function mutantOf<World>({ mutants }: Pick<SuiteContent<World>, 'mutants'>, id: string): Mutant<World> {
  return named('mutant', mutants, id);
}

/** @throws RangeError when there is no such tier. */
export function tierOf<T extends Tier>({ tiers }: { readonly tiers: readonly T[] }, name: string): T {
  const tier = tiers.find((each) => each.name === name);
  if (tier === undefined)
    throw new RangeError(`tier '${name}' is unknown: ${tiers.map((each) => each.name).join(', ')}`);
  return tier;
}

/** The item of an id. @throws RangeError with the kind of thing and all ids when there is none. */
export function named<T extends { readonly id: string }>(what: string, items: readonly T[], id: string): T {
  const found = items.find((each) => each.id === id);
  if (found !== undefined) return found;
  throw new RangeError(`${what} '${id}' is unknown: ${items.map((each) => each.id).join(', ')}`);
}

/** The options of a suite that say where things are on this machine. */
export function localOptions({ options }: Pick<SuiteContent, 'options'>, given: SuiteOptions): SuiteOptions {
  const names = options.filter(({ local }) => local).map(({ name }) => name);
  return Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)));
}
