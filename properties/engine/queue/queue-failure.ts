/** A queue that could not do its work: it is gone, or no worker could do some of the work. The message is one line. */
export class QueueFailure extends Error {
  override readonly name = 'QueueFailure';
}
