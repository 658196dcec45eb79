import type { EvidenceRecord, RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { judge } from '../../properties/engine/judge.ts';
import { type Shard, shardName } from '../../properties/engine/plan/shard.ts';
import { isWholeIn } from '../../properties/engine/plan/shard-run.ts';
import type { Statement } from '../../theory/manifest/statement.ts';
import { counted } from '../wording/numbers.ts';
import type { ClaimReport } from './claims.ts';
import { buildReport, type Report } from './report.ts';

/** A shard, the run that it is part of, and that run as the shard sees it. */
export interface ReportedShard {
  readonly shard: Shard;
  readonly whole: RunRecord;
  readonly here: RunRecord;
}

/**
 * Builds the report of a shard: its verdicts are of what it decides, and it says what is decided elsewhere. A statement that it does not contradict is
 * not covered unless all that is evidence for it is here.
 * @param records the shard's, without that of the run.
 * @throws RangeError as buildReport does.
 */
export function buildShardReport(
  records: readonly EvidenceRecord[],
  statements: readonly Statement[],
  reported: ReportedShard,
): Report {
  const { whole, here } = reported;
  const contradicting = new Set(
    judge(here, records)
      .filter(({ verdict }) => verdict !== 'supported')
      .map(({ claim }) => claim.id),
  );
  const complete = new Set(here.claims.map(({ id }) => id).filter((id) => isWholeIn(here, whole, id)));
  const open = statements.map((statement): Statement => {
    const citing = whole.claims.filter((claim) =>
      claim.statements.some((reference) => reference.startsWith(`${statement.id}~`)),
    );
    const left = citing.some(({ id }) => !complete.has(id)) && !citing.some(({ id }) => contradicting.has(id));
    return left
      ? { ...statement, scope: { status: 'not-yet', reason: 'other shards decide the rest of it' } }
      : statement;
  });
  const report = buildReport([here, ...records], open);
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

function notesOf({ shard, whole, here }: ReportedShard): string[] {
  const present = new Set(here.claims.map(({ id }) => id));
  const absent = whole.claims.filter(({ id }) => !present.has(id)).map(({ id }) => id);
  const [some, all] = [sizeOf(here), sizeOf(whole)];
  const content =
    some.settings + some.attacks === 0
      ? 'it has no claim to decide, the other shards have all'
      : `it decides ${some.settings} of ${counted(all.settings, 'setting')} and holds claims against wrong worlds ${some.attacks} of ${counted(all.attacks, 'time')}. A claim of which nothing here is contradicted, and of which other shards decide the rest, is 'in part'`;
  return [
    `This is shard ${shardName(shard)} of a run: ${content}. With the evidence of all ${shard.count} shards, claimcheck report --from gives the verdicts of the run.`,
    ...(absent.length === 0 || present.size === 0 ? [] : [`Other shards alone decide ${absent.join(', ')}.`]),
  ];
}

function sizeOf({ claims }: RunRecord) {
  return {
    settings: claims.reduce((sum, { draws }) => sum + draws, 0),
    attacks: claims.reduce((sum, { mutants }) => sum + mutants.length, 0),
  };
}
