import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../claim.ts';
import { kindDeciding, type Suite } from '../suite.ts';
import { mutantOf } from '../suite-content.ts';
import { type ImportGraph, importGraph } from './import-graph.ts';
import { type Digests, digestsOf, pathOf, repositoryRoot, sha256 } from './repository.ts';

/** What the evidence of claims depends on. */
export interface ClaimSources {
  /** A digest of all that a claim depends on, by its id. */
  readonly claims: Readonly<Record<string, string>>;
  /** Digests of the files that any of the claims depends on. */
  readonly files: Digests;
}

/** Judges the draws of every claim. */
const JUDGE = 'properties/engine/judge.ts';

/**
 * The files that the evidence of a claim depends on: what its module and those of its mutants, of the world and of the judge load, and what
 * the kind of work that decides it loads or may load. Tests, reports, queue and other claims are none of them.
 */
export function filesOf(claim: Claim, suite: Suite, graph: ImportGraph): ReadonlySet<string> {
  const mutants = claim.mutants.map((id) => mutantOf(suite, id).module);
  const early = [claim.module, ...mutants, ...suite.dependsOn].map(pathOf);
  const late = kindDeciding(suite, claim).modules.map(pathOf);
  return new Set([...graph.loadedBy([...early, JUDGE]), ...graph.reachableFrom(late)]);
}

/** What the evidence of some claims of a suite depends on now. */
export function claimSources(suite: Suite, claims: readonly Claim[], root = repositoryRoot): ClaimSources {
  const graph = importGraph(root);
  const filesBy = claims.map((claim) => [claim.id, [...filesOf(claim, suite, graph)].sort()] as const);
  const files = digestsOf(new Set(filesBy.flatMap(([, paths]) => paths)), root);
  return {
    claims: Object.fromEntries(
      filesBy.map(([id, paths]) => [id, sha256(JSON.stringify(paths.map((path) => [path, files[path]])))]),
    ),
    files,
  };
}

/** All that a verdict depends on beside its run, in short. */
export interface Versions {
  /** SHA-256, hex, of what the claims depend on. */
  readonly sources: string;
  /** SHA-256, hex, of package-lock.json. */
  readonly packages: string;
  /** Version of Node. */
  readonly node: string;
}

/** What a run with some sources is made of. */
export function versionsOf({ files }: Pick<ClaimSources, 'files'>, root = repositoryRoot): Versions {
  const packages = sha256(readFileSync(join(root, 'package-lock.json')));
  return { sources: sha256(JSON.stringify(files)), packages, node: process.version };
}
