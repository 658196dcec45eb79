/** A wrong world: the theory or a simulator has one mistake, and some claim must refute it. */
export interface Mutant<World = unknown> {
  readonly id: string;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** The part of the world with the mistake, in a word: 'theory', 'simulator', … */
  readonly part: string;
  readonly world: World;
  /** Address of the module in which the mutant is written: `import.meta.url`. */
  readonly module: string;
}
