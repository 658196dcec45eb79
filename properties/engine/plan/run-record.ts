import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import { reference, statementById } from '../../../theory/manifest/statement.ts';
import type { Claim } from '../claim.ts';
import { verifyCommand } from '../command.ts';
import { type ClaimDescription, evidenceVersion, type Machine, type RunRecord } from '../evidence/evidence.ts';
import type { KindOfWork, WorkPlan } from '../kinds/kind-of-work.ts';
import type { ClaimSources } from '../sources/claim-sources.ts';
import { codePlace } from '../sources/code-place.ts';
import type { SuiteContent } from '../suite-content.ts';
import type { Tier } from '../tier.ts';
import type { Shard } from './shard.ts';

/** What a run record is made from. */
export interface RecordedRun {
  readonly suite: SuiteContent;
  readonly claims: readonly Claim[];
  readonly seed: number;
  readonly tier: Tier;
  readonly shard: Shard;
  readonly planned: readonly { readonly kind: KindOfWork; readonly plan: WorkPlan }[];
  readonly sources: ClaimSources;
}

/** The first record of a run over some claims, or of a shard of it. */
export function runRecord({ suite, claims, seed, tier, shard, planned, sources }: RecordedRun): RunRecord {
  const { id, title, paper, url } = suite;
  const described = claims.flatMap((claim) => describe(claim, { suite, planned, sources }));
  const used = new Set(described.flatMap(({ mutants }) => mutants));
  const run = {
    suite: { id, title, paper, url },
    seed,
    tier: tier.name,
    backend: planned.find(({ plan }) => plan.backend !== null)?.plan.backend ?? null,
    ...(shard.count === 1 ? {} : { shards: { of: shard.count, done: [shard.index] } }),
  };
  const budgets = planned.flatMap(({ kind, plan }) => (plan.budget === null ? [] : [[kind.id, plan.budget]]));
  const asked = claims.length < suite.claims.length ? claims.map((claim) => claim.id) : [];
  return {
    type: 'run',
    version: evidenceVersion,
    command: verifyCommand(run, asked),
    ...run,
    indifference: tier.indifference,
    budgets: Object.fromEntries(budgets),
    leftOut: planned.flatMap(({ plan }) => plan.leftOut),
    machine: thisMachine(),
    sources: sources.files,
    claims: described,
    mutants: suite.mutants
      .filter((mutant) => used.has(mutant.id))
      .map((mutant) => ({ id: mutant.id, title: mutant.title, part: mutant.part })),
  };
}

function describe(
  claim: Claim,
  { suite, planned, sources }: Pick<RecordedRun, 'suite' | 'planned' | 'sources'>,
): ClaimDescription[] {
  const decided = planned.find(({ plan }) => plan.described.has(claim.id));
  if (decided === undefined) return [];
  const { id, group, title, statements, kind, decision, mutants } = claim;
  const references = statements.map((each) => reference(statementById(suite.statements, each)));
  return [
    {
      id,
      group,
      title,
      statements: references,
      kind,
      decision,
      work: decided.kind.id,
      ...decided.plan.described.get(id)!,
      mutants,
      code: codePlace(claim),
      sources: sources.claims[id]!,
    },
  ];
}

/** This machine. */
export function thisMachine(): Machine {
  return {
    node: process.version,
    platform: `${platform()} ${arch()}`,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory: Math.round(totalmem() / 2 ** 30),
  };
}
