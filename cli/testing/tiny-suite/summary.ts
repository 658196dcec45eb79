import { tiers } from './tiers.ts';

/** What is known of the suite before it is loaded. */
export const summary = {
  id: 'tiny',
  title: 'games of chance',
  paper: 'a napkin',
  url: 'https://example.org/napkin',
  module: new URL('suite.ts', import.meta.url).href,
  tiers,
  options: [
    {
      name: 'terrain',
      flags: '--terrain <file>',
      description: 'walk on the terrain in this file too (default: CLAIMCHECK_TINY_TERRAIN, else flat ground alone)',
      environment: 'CLAIMCHECK_TINY_TERRAIN',
      local: true,
    },
    {
      name: 'stride',
      flags: '--stride <name>',
      description: 'how walks go',
      choices: ['short', 'long'],
      default: 'short',
    },
  ],
  codeRoots: ['cli/testing/tiny-suite/theory', 'cli/testing/tiny-suite/simulator'],
} as const;
