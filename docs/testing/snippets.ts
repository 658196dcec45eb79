import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A fenced block of a page: its language, what follows that on the fence, and its lines without the indentation of the fence. */
export interface Snippet {
  readonly page: string;
  readonly language: string;
  readonly note: string;
  readonly code: string;
}

/** The fenced blocks of a Markdown page in their order. */
export function snippetsOf(page: URL): Snippet[] {
  const fences = /^( *)```(\w+) *(.*)\n([\s\S]*?)^\1```$/gm;
  return [...readFileSync(page, 'utf8').matchAll(fences)].map(([, indentation, language, note, code]) => ({
    page: basename(page.pathname),
    language: language!,
    note: note!.trim(),
    code: code!.replaceAll(new RegExp(`^${indentation}`, 'gm'), ''),
  }));
}
