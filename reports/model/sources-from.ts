import { relative, resolve, sep } from 'node:path';
import { suiteRoot } from '../../properties/engine/source-digest.ts';

/** Where a report in a directory links to for the sources: in a workflow of GitHub their commit there, else this checkout, as seen from the directory. */
export function sourcesFrom(directory: string, environment: NodeJS.ProcessEnv = process.env): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = environment;
  if (server !== undefined && repository !== undefined && commit !== undefined)
    return `${server}/${repository}/blob/${commit}`;
  return relative(resolve(directory), suiteRoot).split(sep).map(encodeURIComponent).join('/') || '.';
}
