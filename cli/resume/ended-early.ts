/** A command that ended before it was done. The message is one line for the person who waits for it. */
export class EndedEarly extends Error {
  override readonly name = 'EndedEarly';
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}
