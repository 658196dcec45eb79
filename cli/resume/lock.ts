import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { tryLock } from 'fs-native-extensions';

/** The process that holds a lock, or held it last. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** A lock that is held until it is released or its process ends, however that ends. */
export interface Lock {
  /** The process that held it before and did not remove its file: it was killed. */
  readonly before: Holder | undefined;
  release(): void;
}

/** The byte that is locked. It lies beyond the end of the file, because on Windows a locked byte cannot be read. */
const LOCKED_BYTE = 2 ** 30;

/** Locks a file, which is made if it is absent, by a lock of the operating system. @returns the lock, or the process that holds it, if that is known. */
export function lockFile(path: string): Lock | { readonly holder: Holder | undefined } {
  const file = openSync(path, 'a+');
  if (!tryLock(file, LOCKED_BYTE, 1)) {
    closeSync(file);
    return { holder: holderIn(readFileSync(path, 'utf8')) };
  }
  // The last holder may have removed the file after it was opened here, and another process may have made a new one.
  if (statSync(path, { throwIfNoEntry: false })?.ino !== fstatSync(file).ino) {
    closeSync(file);
    return lockFile(path);
  }
  const before = holderIn(readFileSync(file, 'utf8'));
  ftruncateSync(file);
  writeSync(file, `${process.pid} ${hostname()}`);
  return { before, release: () => closeSync(file) };
}

function holderIn(text: string): Holder | undefined {
  const [, pid, host] = /^(\d+) (\S+)$/.exec(text) ?? [];
  return host === undefined ? undefined : { pid: Number(pid), host };
}
