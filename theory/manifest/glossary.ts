/** A name that formulas take as given. */
export interface GivenSymbol {
  readonly tex: string;
  readonly meaning: string;
}

/** A name that formulas use and that a formula defines, over given symbols and other definitions. */
export interface Definition extends GivenSymbol {
  /** mathjs expression. */
  readonly expression: string;
  /** The argument of a defined function, such as x of φ(x). */
  readonly argument?: string;
}

/** The names that the formulas of a theory are written in. */
export interface Glossary {
  readonly givenSymbols: Readonly<Record<string, GivenSymbol>>;
  /** In an order in which each uses only earlier ones. */
  readonly definitions: Readonly<Record<string, Definition>>;
}
