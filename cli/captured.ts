import { vi } from 'vitest';

/** For tests: what a command printed on stdout, and its exit code. */
export async function captured(
  command: () => number | Promise<number>,
): Promise<{ readonly exitCode: number; readonly stdout: string }> {
  let stdout = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += text;
    return true;
  });
  try {
    const exitCode = await command();
    return { exitCode, stdout };
  } finally {
    write.mockRestore();
  }
}
