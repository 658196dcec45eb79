/** A replay path that leads to no setting. The message is one line for the person who typed the path. */
export class ReplayPathError extends RangeError {
  override readonly name = 'ReplayPathError';
}
