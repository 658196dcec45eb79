import { posix } from 'node:path';
import { pathOf } from '../properties/engine/sources/repository.ts';

/** The folder of the test files of a suite's claims, from the root of the repository: that of the suite's module. */
export function testFolder({ module }: { readonly module: string }): string {
  return posix.dirname(pathOf(module));
}

/** Whether any of some test files may be about the claims of a suite. */
export function areTested(
  suite: { readonly module: string },
  files: readonly { readonly relativeModuleId: string }[],
): boolean {
  return files.some(({ relativeModuleId }) => relativeModuleId.startsWith(`${testFolder(suite)}/`));
}
