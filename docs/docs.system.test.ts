import { expect, test } from 'vitest';
import { doCommandsOf } from './testing/do-commands.ts';
import { commandsOf, needsProcess, pages } from './testing/pages.ts';

const withProcesses = pages.filter((page) => commandsOf(page).some(needsProcess));

test('pages whose commands need processes of their own are these', () => {
  expect(withProcesses).toEqual(['interrupt-and-resume.md', 'read-a-report.md']);
});

test.each(withProcesses)('the commands of %s do what the page says', doCommandsOf);
