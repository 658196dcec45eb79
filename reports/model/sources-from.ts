import { relative, resolve, sep } from 'node:path';
import { repositoryRoot } from '../../properties/engine/sources/repository.ts';

/** The address of the sources, for links of a report in a directory: in a workflow of GitHub their commit there, else the path to this checkout. */
export function sourcesFrom(directory: string, environment: NodeJS.ProcessEnv = process.env): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = environment;
  if (server !== undefined && repository !== undefined && commit !== undefined)
    return `${server}/${repository}/blob/${commit}`;
  return relative(resolve(directory), repositoryRoot).split(sep).map(encodeURIComponent).join('/') || '.';
}
