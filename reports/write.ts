import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writingTo } from '../properties/engine/output-error.ts';

/** Files by name. A file that is too long for one text has several parts, which are written one after another. */
export type Outputs = Readonly<Record<string, string | Uint8Array | Iterable<string>>>;

export { OutputError } from '../properties/engine/output-error.ts';

/**
 * Makes the directory, and those above it, if absent.
 * @throws OutputError when it cannot be made or written to, or is no directory.
 */
export function ensureDirectory(directory: string): void {
  writingTo(directory, () => {
    // Not { recursive: true }: where the system refuses with ENOENT, as under /proc, Node tries for ever.
    for (const missing of missingDirectories(resolve(directory))) mkdirSync(missing);
    if (!statSync(directory).isDirectory()) throw new Error('it is a file, and a directory is needed');
    accessSync(directory, constants.W_OK);
  });
}

/** The directories from the first missing one down to the given one. */
function missingDirectories(directory: string): string[] {
  return existsSync(directory) ? [] : [...missingDirectories(dirname(directory)), directory];
}

/**
 * Writes files into a directory, made if absent. Each is written under a temporary name and renamed when all are complete,
 * so that a reader never sees half a file and a failed write leaves the earlier files as they were.
 * @throws OutputError when the directory or a file cannot be written.
 */
export function writeOutputs(directory: string, contents: Outputs): void {
  const outputs = Object.entries(contents).map(([name, content]) => ({
    target: join(directory, name),
    temporary: join(directory, `.${name}.${process.pid}.tmp`),
    content,
  }));
  ensureDirectory(directory);
  try {
    writingTo(directory, () => {
      for (const { temporary, content } of outputs) writeContent(temporary, content);
      for (const { temporary, target } of outputs) renameSync(temporary, target);
    });
  } finally {
    for (const { temporary } of outputs) rmSync(temporary, { force: true });
  }
}

function writeContent(path: string, content: Outputs[string]): void {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    writeFileSync(path, content);
    return;
  }
  const file = openSync(path, 'w');
  try {
    for (const part of content) writeFileSync(file, part);
  } finally {
    closeSync(file);
  }
}
