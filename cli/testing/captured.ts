import { vi } from 'vitest';
import { main } from '../main.ts';
import { type ListedSuite, suites } from '../suites.ts';

/** What a command printed, and its exit code. */
export interface Captured {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** For tests: runs a command in this process. */
export async function captured(command: () => number | Promise<number>): Promise<Captured> {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += text;
      return true;
    }),
  );
  try {
    return { exitCode: await command(), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** For tests: the command line of some suites, in this process. */
export function commandLineOf(listed: readonly ListedSuite[]): (...words: readonly string[]) => Promise<Captured> {
  return (...words) => captured(() => main(words, listed));
}

/** For tests: the command line of the suites that come with claimcheck, in this process. */
export const claimcheck = commandLineOf(suites);
