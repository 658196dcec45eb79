/** A command that ended before its time; the message is one line for whoever waited for it. */
export class EndedEarly extends Error {
  override readonly name = 'EndedEarly';
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}
