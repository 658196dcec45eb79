import type { ClaimReport } from '../model/claims.ts';
import type { Report } from '../model/report.ts';
import { count, counted, interval, short } from '../wording/numbers.ts';
import { backendLines, decidedEffects, directionText, limitsOf } from '../wording/replication.ts';
import { type Cell, codeText, escapeMarkdown, markdownTable } from './escape.ts';

/** The part on replicated claims: what carried out their runs, what was seen, where claims are not said to hold, and pictures. */
export function replicationSection(report: Report): string[] {
  if (report.backend === null && report.leftOut.length === 0) return [];
  const claims = report.claims.filter(({ replication }) => replication !== null);
  const notes = limitsOf(report).map(({ claim, text }) => `${codeText(claim)}${escapeMarkdown(text)}`);
  return [
    '## Replicated claims',
    ...backendLines(report).map(escapeMarkdown),
    ...effectTable(claims),
    ...(notes.length === 0
      ? []
      : ['### What did not hold, or is not claimed', notes.map((note) => `- ${note}`).join('\n')]),
    ...report.attachments.map(
      ({ file, caption }) => `![${escapeMarkdown(caption)}](${file})\n\n${escapeMarkdown(caption)}`,
    ),
  ];
}

/** A table of effects; no table when there is none. */
export function effectTable(claims: readonly ClaimReport[]): string[] {
  const header = [
    'Claim',
    'Effect',
    'Population',
    'Verdict',
    'Mean',
    '95 % interval',
    'Claimed',
    'Smallest of interest',
    'Replicates',
  ];
  const rows = claims
    .flatMap(decidedEffects)
    .map(({ claim, population, effect, seen }): Cell[] => [
      { markdown: codeText(claim.id) },
      effect.name,
      population.name,
      seen.verdict,
      short(seen.estimate),
      interval(seen.interval),
      directionText(effect),
      short(effect.smallest),
      count(population.replicates),
    ]);
  return rows.length === 0 ? [] : [markdownTable(header, rows)];
}

/** What a replicated claim compares and where it is not said to hold, a fact a line, for its details. */
export function replicationFacts({ arms, excluded, remarks }: NonNullable<ClaimReport['replication']>): string[] {
  return [
    ...Object.entries(arms).map(
      ([name, { text, rounds }]) =>
        `Arm *${escapeMarkdown(name)}*: ${escapeMarkdown(text)}; ${counted(rounds, 'round')}`,
    ),
    ...excluded.map(
      ({ setting, reason }) => `Not said to hold on ${escapeMarkdown(setting)}: ${escapeMarkdown(reason)}`,
    ),
    ...remarks.map((remark) => `Remark: ${escapeMarkdown(remark)}`),
  ];
}
