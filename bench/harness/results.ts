import { execFileSync } from 'node:child_process';
import type { Machine } from '../../properties/engine/evidence/evidence.ts';
import { thisMachine } from '../../properties/engine/plan/run-record.ts';
import { claimSources, type Versions, versionsOf } from '../../properties/engine/sources/claim-sources.ts';
import { repositoryRoot } from '../../properties/engine/sources/repository.ts';
import { suite } from '../../properties/verified-retraining/suite.ts';
import type { Effort, Table } from './part.ts';

/** What a run of benchmarks has found, as it is written. */
export interface Results {
  /** Version of this layout. */
  readonly version: 1;
  /** When it began, ISO 8601. */
  readonly date: string;
  readonly machine: Machine;
  /** The commit that is checked out, and whether files differ from it; null outside a repository. */
  readonly commit: { readonly id: string; readonly changed: boolean } | null;
  /** Of the sources that are measured, of the packages and of Node. */
  readonly versions: Versions;
  readonly parts: readonly PartResult[];
}

/** One benchmark's figures, with full digits. */
export interface PartResult extends Omit<Effort, 'tier'> {
  readonly name: string;
  readonly title: string;
  /** Time by the clock that it took. */
  readonly milliseconds: number;
  readonly tables: readonly Table[];
}

/** The results of this machine and checkout, without a part yet. */
export function beginning(): Results {
  return {
    version: 1,
    date: new Date().toISOString(),
    machine: thisMachine(),
    commit: commit(),
    versions: versionsOf(claimSources(suite, suite.claims)),
    parts: [],
  };
}

function commit(): Results['commit'] {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: repositoryRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return { id: git('rev-parse', 'HEAD'), changed: git('status', '--porcelain') !== '' };
  } catch {
    // No git, or no repository: a copy of the sources.
    return null;
  }
}
