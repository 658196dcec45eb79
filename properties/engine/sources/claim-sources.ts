import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../claim.ts';
import { kindDeciding, type Suite } from '../suite.ts';
import { mutantOf } from '../suite-content.ts';
import { type ImportGraph, importGraph } from './import-graph.ts';
import { type Digests, digestsOf, pathOf, repositoryRoot, sha256 } from './repository.ts';

/** The files that the evidence of some claims depends on. */
export interface ClaimSources {
  /** A digest of all files that a claim depends on, by the id of the claim. */
  readonly claims: Readonly<Record<string, string>>;
  /** Digests of the files that any of the claims depends on, and those that kinds of work load which decide no claim. */
  readonly files: Digests;
}

/** What plans a run, carries out its tasks, keeps their results and gives every claim its verdict. */
const RUN = ['judge', 'run', 'plan/run-plan', 'pool/executor', 'pool/exact-json'].map(
  (name) => `properties/engine/${name}.ts`,
);

/**
 * The files that the evidence of a claim depends on: what is loaded by its module, by the modules of its mutants, by
 * those of the world and the tiers, and by the run; and what its kind of work loads, at the start or later. Tests,
 * reports, the queue and other claims are not among them.
 */
export function filesOf(claim: Claim, suite: Suite, graph: ImportGraph): ReadonlySet<string> {
  const mutants = claim.mutants.map((id) => mutantOf(suite, id).module);
  const early = [claim.module, ...mutants, ...suite.dependsOn].map(pathOf);
  const late = kindDeciding(suite, claim).modules.map(pathOf);
  return new Set([...graph.loadedBy([...early, ...RUN]), ...graph.reachableFrom(late)]);
}

/** The files that the evidence of some claims depends on, with their digests of now. */
export function claimSources(suite: Suite, claims: readonly Claim[], root = repositoryRoot): ClaimSources {
  const graph = importGraph(root);
  const filesBy = claims.map((claim) => [claim.id, [...filesOf(claim, suite, graph)].sort()] as const);
  // Data of figures are part of a run and of no claim: an edit of theirs makes no claim stale, and yet another run.
  const apart = suite.kinds.filter((kind) => !suite.claims.some((claim) => kind.decides(claim)));
  const shared = graph.reachableFrom(apart.flatMap(({ modules }) => modules).map(pathOf));
  const files = digestsOf(new Set([...filesBy.flatMap(([, paths]) => paths), ...shared]), root);
  return {
    claims: Object.fromEntries(
      filesBy.map(([id, paths]) => [id, sha256(JSON.stringify(paths.map((path) => [path, files[path]])))]),
    ),
    files,
  };
}

/** All that the results of a run depend on beside what it was asked to do. */
export interface Versions {
  /** SHA-256, hex, of all files that the claims depend on. */
  readonly sources: string;
  /** SHA-256, hex, of package-lock.json. */
  readonly packages: string;
  /** Version of Node. */
  readonly node: string;
}

/** The versions of a run with some sources on this machine. */
export function versionsOf({ files }: Pick<ClaimSources, 'files'>, root = repositoryRoot): Versions {
  const packages = sha256(readFileSync(join(root, 'package-lock.json')));
  return { sources: sha256(JSON.stringify(files)), packages, node: process.version };
}
