import { ensureDirectory, OutputError } from '../reports/write.ts';
import { UsageError } from './usage.ts';

/** Makes sure, before any work, that its outcome can be written to a directory. @throws UsageError that says why it cannot. */
export function claimDirectory(out: string): void {
  try {
    ensureDirectory(out);
  } catch (error) {
    throw error instanceof OutputError ? new UsageError(`--out: ${error.message}`) : error;
  }
}
