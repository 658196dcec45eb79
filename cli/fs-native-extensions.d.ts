/** What is used of it: it comes without types. */
declare module 'fs-native-extensions' {
  /** Locks bytes of an open file for the process; false when another has them. */
  export function tryLock(file: number, offset: number, length: number): boolean;
}
