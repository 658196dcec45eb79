import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../../properties/engine/sources/repository.ts';
import { sourcesFrom } from './sources-from.ts';

test.each([
  ['claimcheck-out', '..'],
  ['reports/published', '../..'],
  ['', '.'],
  ['../a run', `../${encodeURIComponent(repositoryRoot.split('/').at(-1)!)}`],
])('a report in %j finds the checkout by the path %s', (directory, path) => {
  expect(sourcesFrom(join(repositoryRoot, directory), {})).toBe(path);
});

test('a report made by a workflow of GitHub links to the commit that it is about', () => {
  const environment = { GITHUB_SERVER_URL: 'https://example.org', GITHUB_REPOSITORY: 'a/b', GITHUB_SHA: 'c0ffee' };
  expect(sourcesFrom('claimcheck-out', environment)).toBe('https://example.org/a/b/blob/c0ffee');
});
