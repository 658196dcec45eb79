/** A wrong world: the theory or a simulator with one mistake in it, which some claim must refute. */
export interface Mutant<World = unknown> {
  readonly id: string;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** The part of the world that the mistake lies in, in a word: 'theory', 'simulator', … */
  readonly part: string;
  readonly world: World;
  /** Address of the module that it is written in: `import.meta.url`. */
  readonly module: string;
}
