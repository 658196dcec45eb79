import type { ComparisonOutcome } from '../../properties/engine/claim.ts';
import { armText } from '../../properties/verified-retraining/vae/arm-text.ts';
import { type Cell, codeText, escapeMarkdown, markdownTable } from '../markdown/escape.ts';
import type { ClaimReport, PopulationReport } from '../model/claims.ts';
import type { Report } from '../model/report.ts';
import { directionText } from './effects.ts';
import { count, counted, interval, short } from './numbers.ts';

type Retraining = NonNullable<ClaimReport['retraining']>;

/** One effect of a claim on one population. */
export interface Decided {
  readonly claim: ClaimReport;
  readonly population: PopulationReport;
  readonly effect: Retraining['effects'][number];
  readonly seen: ComparisonOutcome;
}

/** Every effect of a claim on every population, and none for a claim that draws its settings. */
export function decidedEffects(claim: ClaimReport): Decided[] {
  const { effects = [], populations = [] } = claim.retraining ?? {};
  return populations.flatMap((population) =>
    effects.flatMap((effect) => {
      const seen = population.comparisons.find(({ name }) => name === effect.name);
      return seen === undefined ? [] : [{ claim, population, effect, seen }];
    }),
  );
}

/** The report's part on retrained generators: with what, what was seen, where claims are not said to hold, and generated digits. */
export function retrainingSection(report: Report): string[] {
  if (report.engine === null && report.leftOut.length === 0) return [];
  const claims = report.claims.filter(({ retraining }) => retraining !== null);
  const notes = limitsOf(report).map(({ claim, text }) => `${codeText(claim)}${escapeMarkdown(text)}`);
  return [
    '## Retrained generators',
    ...equipmentLines(report).map(escapeMarkdown),
    ...effectTable(claims),
    ...(notes.length === 0
      ? []
      : ['### What did not hold, or is not claimed', notes.map((note) => `- ${note}`).join('\n')]),
    ...report.contactSheets.map(
      ({ file, caption }) => `![${escapeMarkdown(caption)}](${file})\n\n${escapeMarkdown(caption)}`,
    ),
  ];
}

/** With what generators were retrained, a sentence a line; none when none was. */
export function equipmentLines({ engine, digits, claims }: Report): string[] {
  if (engine === null) return [];
  const replicates = claims.reduce(
    (sum, { retraining, replicates }) => (retraining === null ? sum : sum + replicates),
    0,
  );
  return [
    `Engine: ${engine.name}, ${engine.description}.`,
    ...digits.map(
      ({ provenance, digest, floor }) =>
        `Digits: ${provenance} (SHA-256 ${digest}). A perfect generator would be at a Fréchet distance (FD) of ${short(floor)}.`,
    ),
    `Decided over ${counted(replicates, 'replicate')} of fixed settings, not over settings drawn from a domain.`,
  ];
}

/** A table of effects; no table when there is none. */
export function effectTable(claims: readonly ClaimReport[]): string[] {
  const header = [
    'Claim',
    'Effect',
    'Digits, setting',
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

/** Every effect of a claim in a phrase, for the table of statements. */
export function effectTexts(claim: ClaimReport, engine: Report['engine']): string[] {
  return decidedEffects(claim).map(
    ({ population, effect, seen }) =>
      `${effect.name}: ${short(seen.estimate)} ${interval(seen.interval)}, ${counted(population.replicates, 'replicate')} of ${population.name} (${engine?.name ?? '–'})`,
  );
}

/** What a claim is about, for its details: its arms. */
export function retrainingFacts({ arms, excluded, remarks }: Retraining): string[] {
  return [
    ...Object.entries(arms).map(
      ([name, { arm, rounds }]) =>
        `Arm *${escapeMarkdown(name)}*: ${escapeMarkdown(armText(arm))}; ${counted(rounds, 'round')}`,
    ),
    ...excluded.map(({ setting, reason }) => `Not said to hold on ${setting}: ${escapeMarkdown(reason)}`),
    ...remarks.map((remark) => `Remark: ${escapeMarkdown(remark)}`),
  ];
}

/** Where a claim is not said to hold, and what was seen beside it that it does not say. The text goes on after the claim's id. */
export function limitsOf({ claims, leftOut }: Report): { readonly claim: string; readonly text: string }[] {
  const outside = [
    ...leftOut,
    ...claims.map(({ id, retraining }) => ({ claim: id, excluded: retraining?.excluded ?? [] })),
  ].flatMap(({ claim, excluded }) =>
    excluded.map(({ setting, reason }) => ({ claim, text: ` is not said to hold on ${setting}: ${reason}` })),
  );
  const remarks = claims.flatMap(({ id, retraining }) =>
    (retraining?.remarks ?? []).map((remark) => ({ claim: id, text: `: ${remark}` })),
  );
  return [...outside, ...remarks];
}
