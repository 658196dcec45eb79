/** Work that no worker could do; the message is one line: which, of what claims, and why. */
export class FailedWork extends Error {
  override readonly name = 'FailedWork';
}
