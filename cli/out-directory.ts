import { ensureDirectory, OutputError } from '../reports/write.ts';
import { UsageError } from './usage.ts';

/** A directory that cannot be written is found before the work whose outcome goes there, not after it. @throws UsageError saying why. */
export function claimDirectory(out: string): void {
  try {
    ensureDirectory(out);
  } catch (error) {
    throw error instanceof OutputError ? new UsageError(`--out: ${error.message}`) : error;
  }
}
