import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import { reference, statementById } from '../../../theory/manifest/statement.ts';
import type { Claim } from '../claim.ts';
import { verifyCommand } from '../command.ts';
import { type ClaimDescription, evidenceVersion, type Machine, type RunRecord } from '../evidence/evidence.ts';
import type { KindOfWork, WorkPlan } from '../kinds/kind-of-work.ts';
import type { ClaimSources } from '../sources/claim-sources.ts';
import { codePlace } from '../sources/code-place.ts';
import { kindDeciding, type Suite } from '../suite.ts';
import type { SuiteOptions } from '../suite-content.ts';
import type { Tier } from '../tier.ts';
import type { Shard } from './shard.ts';

/** What claims are described from. */
export interface DescribedRun {
  readonly suite: Suite;
  readonly claims: readonly Claim[];
  readonly tier: Tier;
  readonly options: SuiteOptions;
  readonly sources: ClaimSources;
}

/** What a run record is made from. */
export interface RecordedRun extends DescribedRun {
  readonly seed: number;
  readonly shard: Shard;
  readonly planned: readonly { readonly kind: KindOfWork; readonly plan: WorkPlan }[];
}

/** The first record of a run over some claims, or of a shard of it. */
export function runRecord(recorded: RecordedRun): RunRecord {
  const { suite, claims, seed, tier, shard, planned, sources } = recorded;
  const { id, title, paper, url } = suite;
  const described = describeClaims(recorded);
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

/** The claims of a run as the evidence has them. Claims that the tier leaves out are not among them. */
export function describeClaims({ suite, claims, tier, options, sources }: DescribedRun): ClaimDescription[] {
  return claims.flatMap((claim) => {
    const work = kindDeciding(suite, claim);
    const described = work.describe(claim, { tier, options });
    if (described === undefined) return [];
    const { id, group, title, statements, kind, decision, mutants } = claim;
    const references = statements.map((each) => reference(statementById(suite.statements, each)));
    const text = { id, group, title, statements: references, kind, decision, work: work.id };
    return [{ ...text, ...described, mutants, code: codePlace(claim), sources: sources.claims[id]! }];
  });
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
