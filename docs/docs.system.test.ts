import { expect, test } from 'vitest';
import { doCommandsOf } from './testing/do-commands.ts';
import { commandsOf, pages } from './testing/pages.ts';

const withCommands = pages.filter((page) => commandsOf(page).length > 0);

test('most pages have commands', () => {
  expect(withCommands.length).toBeGreaterThan(7);
});

test.each(withCommands)('the commands of %s do what the page says', doCommandsOf);
