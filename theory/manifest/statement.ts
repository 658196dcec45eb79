/** How a statement can be true or false, and so how the suite decides it. */
export type Kind = 'identity' | 'inequality' | 'mean' | 'ordering' | 'distribution' | 'rate' | 'sign' | 'limit';

/** Whether the suite decides the statement; if not, why not. */
export type Scope =
  | { readonly status: 'checked' }
  | { readonly status: 'not-yet'; readonly reason: string }
  | { readonly status: 'out-of-scope'; readonly reason: string };

/** `left relation expression`. The same expression is printed (formulaTex) and evaluated (evaluateFormula). */
export interface Formula {
  /** What the expression states, in TeX. */
  readonly left: string;
  readonly relation: '=' | '\\le' | '\\approx';
  /** A mathjs expression over the names of the glossary; x[j] is the entry of x for the index j of the enclosing sum. */
  readonly expression: string;
  /** Names that other names replace before the evaluation: { u: 'theta' } reads "at u = θ*". */
  readonly at?: Readonly<Record<string, string>>;
}

interface Description {
  /** Stable name, the link from claims to the paper. */
  readonly id: string;
  /** Raised whenever the meaning changes: a link to an older revision is stale. */
  readonly revision: number;
  /** Where the paper says it. */
  readonly source: string;
  /** One sentence. */
  readonly statement: string;
  readonly kind: Kind;
  readonly scope: Scope;
  /** Ids of the statements that this one rests on. */
  readonly dependsOn?: readonly string[];
  /** false for a loose wording that a pinned counterexample refutes; absent for a statement that is claimed to be true. */
  readonly holds?: false;
}

/** What a part of the paper states, with either a formula or hand-written TeX. */
export type Entry = Description &
  ({ readonly formula: Formula; readonly tex?: never } | { readonly tex: string; readonly formula?: never });

/** One checkable statement of a paper, with the part of the paper that it belongs to. */
export type Statement = Entry & {
  /** Title of that part. */
  readonly section: string;
};

/** The scope of what the suite decides. */
export const checked: Scope = { status: 'checked' };

/** The statement of an id. @throws RangeError when the statements have no such id. */
export function statementById(statements: readonly Statement[], id: string): Statement {
  const found = statements.find((each) => each.id === id);
  if (found === undefined) throw new RangeError(`no statement "${id}" in the manifest`);
  return found;
}

/** 'id~revision': what a claim, a report or a baseline links to. */
export function reference({ id, revision }: Pick<Statement, 'id' | 'revision'>): string {
  return `${id}~${revision}`;
}
