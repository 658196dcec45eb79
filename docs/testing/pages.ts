import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { snippetsOf } from './snippets.ts';

const folder = join(import.meta.dirname, '..');

/** The pages of the documentation by their file names. */
export const pages: readonly string[] = readdirSync(folder).filter((name) => name.endsWith('.md'));

/** The fenced blocks of all pages, page by page. */
export const snippets = pages.flatMap((name) => snippetsOf(new URL(`../${name}`, import.meta.url)));

/** A command of a page: the words of claimcheck's command line, and how it must end. */
export interface PageCommand {
  readonly line: string;
  readonly words: readonly string[];
  readonly exitCode: number;
  /** Whether it is interrupted when it has done some work. */
  readonly interrupted: boolean;
}

/**
 * The commands of a page, in the blocks of language `sh`. The last command of a block ends with 0, or as the note of the block says: `exits-2`,
 * `interrupted`.
 * @throws Error for a command that is none of claimcheck.
 */
export function commandsOf(page: string): PageCommand[] {
  return snippets
    .filter((each) => each.page === page && each.language === 'sh')
    .flatMap(({ code, note }) => {
      const lines = code.trimEnd().split('\n');
      const interrupted = note === 'interrupted';
      const last = interrupted ? 130 : Number(/^exits-(\d+)$/.exec(note)?.[1] ?? 0);
      return lines.map((line, index) => ({
        line,
        words: wordsOf(line, page),
        exitCode: index === lines.length - 1 ? last : 0,
        interrupted,
      }));
    });
}

/** Whether a command needs a process of its own: a signal ends a process, and coverage is counted by the process that loads the sources. */
export const needsProcess = ({ words, interrupted }: PageCommand): boolean => interrupted || words[0] === 'coverage';

function wordsOf(line: string, page: string): string[] {
  const [, verify, rest] = /^npm run (?:(verify)|claimcheck) -- (.*?)(?: +#.*)?$/.exec(line) ?? [];
  if (rest === undefined) throw new Error(`${page}: only claimcheck is run here, and not: ${line}`);
  return [...(verify === undefined ? [] : [verify]), ...rest.split(' ')];
}
