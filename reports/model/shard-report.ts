import type { EvidenceRecord, RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { judge } from '../../properties/engine/judge.ts';
import { type Shard, shardName } from '../../properties/engine/plan/shard.ts';
import { isWholeIn } from '../../properties/engine/plan/shard-run.ts';
import type { Statement } from '../../theory/manifest/statement.ts';
import { counted } from '../wording/numbers.ts';
import { type BuildOptions, buildReport } from './build-report.ts';
import type { ClaimReport } from './claims.ts';
import type { Report } from './report.ts';
import type { ReportedSuite } from './reported-suite.ts';

/** A shard, the run that it is part of, and that run as the shard sees it. */
export interface ReportedShard {
  readonly shard: Shard;
  readonly whole: RunRecord;
  readonly here: RunRecord;
}

/**
 * Builds the report of a shard. Its verdicts are of what the shard decides, and it says what is decided elsewhere. A statement is covered only
 * if all its evidence is here, or if what is here contradicts it.
 * @param records the shard's, without the run record.
 * @throws RangeError as buildReport does.
 */
export function buildShardReport(
  records: readonly EvidenceRecord[],
  suite: ReportedSuite,
  reported: ReportedShard,
  options: BuildOptions,
): Report {
  const { whole, here } = reported;
  const complete = new Set(here.claims.map(({ id }) => id).filter((id) => isWholeIn(here, whole, id)));
  const statements = withOpenStatements(suite.statements, { records, reported, complete });
  const report = buildReport([here, ...records], { ...suite, statements }, options);
  const claims = report.claims.map(
    (claim): ClaimReport =>
      claim.verdict === 'supported' && !complete.has(claim.id) ? { ...claim, verdict: 'in part' } : claim,
  );
  const inPart = claims.filter(({ verdict }) => verdict === 'in part').length;
  const supported = report.counts.claims.supported - inPart;
  return {
    ...report,
    verdict: report.verdict === 'supported' ? 'in part' : report.verdict,
    notes: notesOf(reported),
    claims,
    counts: { ...report.counts, claims: { ...report.counts.claims, supported, 'in part': inPart } },
  };
}

/** The statements. Where other shards decide what this shard leaves open of one, its scope says so. */
function withOpenStatements(
  statements: readonly Statement[],
  {
    records,
    reported: { whole, here },
    complete,
  }: {
    readonly records: readonly EvidenceRecord[];
    readonly reported: ReportedShard;
    /** Ids of the claims that the shard decides as a whole. */
    readonly complete: ReadonlySet<string>;
  },
): Statement[] {
  const contradicting = new Set(
    judge(here, records)
      .filter(({ verdict }) => verdict !== 'supported')
      .map(({ claim }) => claim.id),
  );
  return statements.map((statement): Statement => {
    const citing = whole.claims.filter((claim) =>
      claim.statements.some((reference) => reference.startsWith(`${statement.id}~`)),
    );
    const open = citing.some(({ id }) => !complete.has(id)) && !citing.some(({ id }) => contradicting.has(id));
    return open
      ? { ...statement, scope: { status: 'not-yet', reason: 'other shards decide the rest of it' } }
      : statement;
  });
}

function notesOf({ shard, whole, here }: ReportedShard): string[] {
  const present = new Set(here.claims.map(({ id }) => id));
  const absent = whole.claims.filter(({ id }) => !present.has(id)).map(({ id }) => id);
  const [some, all] = [sizeOf(here), sizeOf(whole)];
  const content =
    some.settings + some.mutants === 0
      ? 'it has no claim to decide, the other shards have all'
      : `it decides ${some.settings} of ${counted(all.settings, 'setting')} and holds claims against mutants ${some.mutants} of ${counted(all.mutants, 'time')}. A claim is 'in part' if nothing here contradicts it and other shards decide the rest of it`;
  return [
    `This is shard ${shardName(shard)} of a run: ${content}. With the evidence of all ${shard.count} shards, claimcheck report --from gives the verdicts of the run.`,
    ...(absent.length === 0 || present.size === 0 ? [] : [`Other shards alone decide ${absent.join(', ')}.`]),
  ];
}

/** How many settings are to be decided, and how often a claim is to be held against a mutant. */
function sizeOf({ claims }: RunRecord) {
  return {
    settings: claims.reduce((sum, { settings }) => sum + settings, 0),
    mutants: claims.reduce((sum, { mutants }) => sum + mutants.length, 0),
  };
}
