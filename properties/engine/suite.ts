import type { Glossary } from '../../theory/manifest/glossary.ts';
import type { Statement } from '../../theory/manifest/statement.ts';
import type { Claim } from './claim.ts';
import type { KindOfWork } from './kinds/kind-of-work.ts';
import type { Mutant } from './mutant.ts';
import type { Tier } from './tier.ts';

/** A part of a suite's claims; `npm test` has a test file for each. */
export interface ClaimGroup {
  readonly id: string;
  readonly title: string;
}

/** What settings of different claims have in common, in units of the problem; a report shows where the domains were sampled. */
export interface Quantities {
  readonly list: readonly { readonly quantity: string; readonly symbol: string; readonly meaning: string }[];
  /** The quantities that a setting has, some of them several times; none for what has no quantities. */
  of(setting: unknown): readonly (readonly [quantity: string, value: number])[];
}

/** An option of the command line that belongs to a suite, for whatever carries out its runs. */
export interface SuiteOption {
  /** As commander has it: '--mnist <directory>'. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly default?: string;
  /** Whether it says how a run is carried out on this machine, and not what is run: `work` and `--resume` take it too. */
  readonly local?: boolean;
}

/** Values of a suite's options, by their names in camel case. */
export type SuiteOptions = Readonly<Record<string, string | undefined>>;

/** A theory and all that the engine needs to hold it against simulations. One plain object, which is handed down. */
export interface Suite<World = unknown> {
  /** A word, as `--suite` takes it and as its folders are named. */
  readonly id: string;
  /** The theory in a few words. */
  readonly title: string;
  /** The paper in a few words, such as its arXiv number; and its address. */
  readonly paper: string;
  readonly url: string;
  /** Address of the module whose export `suite` this is: `import.meta.url`. A worker finds the suite by it. */
  readonly module: string;
  /** Addresses of further modules that the evidence of every claim depends on: those of the world and of the tiers. */
  readonly dependsOn: readonly string[];
  readonly statements: readonly Statement[];
  readonly glossary: Glossary;
  /** Group by group, in the order of the paper. */
  readonly claims: readonly Claim[];
  readonly groups: readonly ClaimGroup[];
  readonly mutants: readonly Mutant<World>[];
  /** What claims are held against: the theory as it is, and faithful simulators. */
  readonly world: World;
  /** The first is the default. */
  readonly tiers: readonly Tier[];
  readonly kinds: readonly KindOfWork[];
  readonly quantities: Quantities;
  readonly options: readonly SuiteOption[];
  /** Folders, from the root of the repository, whose lines `claimcheck coverage` counts. */
  readonly codeRoots: readonly string[];
}

/** @throws RangeError when the suite has no such claim. */
export function claimOf({ claims }: Pick<Suite, 'claims'>, id: string): Claim {
  return named('claim', claims, id);
}

/** @throws RangeError when the suite has no such mutant. */
export function mutantOf<World>({ mutants }: Pick<Suite<World>, 'mutants'>, id: string): Mutant<World> {
  return named('mutant', mutants, id);
}

/** @throws RangeError when the suite has no such kind of work. */
export function kindOf({ kinds }: Pick<Suite, 'kinds'>, id: string): KindOfWork {
  return named('kind of work', kinds, id);
}

/** @throws RangeError when the suite has no such tier. */
export function tierOf<T extends Tier>({ tiers }: { readonly tiers: readonly T[] }, name: string): T {
  const tier = tiers.find((each) => each.name === name);
  if (tier === undefined)
    throw new RangeError(`tier '${name}' is unknown: ${tiers.map((each) => each.name).join(', ')}`);
  return tier;
}

/** The kind of work that decides a claim. @throws RangeError when the suite has none. */
export function kindDeciding({ kinds }: Pick<Suite, 'kinds'>, claim: Claim): KindOfWork {
  const kind = kinds.find((each) => each.decides(claim));
  if (kind === undefined) throw new RangeError(`claim '${claim.id}' is decided by no kind of work of its suite`);
  return kind;
}

function named<T extends { readonly id: string }>(what: string, items: readonly T[], id: string): T {
  const found = items.find((each) => each.id === id);
  if (found === undefined)
    throw new RangeError(`${what} '${id}' is unknown: ${items.map((each) => each.id).join(', ')}`);
  return found;
}
