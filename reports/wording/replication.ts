import type { ComparisonOutcome } from '../../properties/engine/claim.ts';
import type { ClaimReport, PopulationReport } from '../model/claims.ts';
import type { Report } from '../model/report.ts';
import { counted, interval, short } from './numbers.ts';

type Effect = NonNullable<ClaimReport['replication']>['effects'][number];

/** One effect of a claim on one population. */
export interface DecidedEffect {
  readonly claim: ClaimReport;
  readonly population: PopulationReport;
  readonly effect: Effect;
  readonly seen: ComparisonOutcome;
}

/** Every effect of a replicated claim on every population; none for another claim. */
export function decidedEffects(claim: ClaimReport): DecidedEffect[] {
  const { effects = [], populations = [] } = claim.replication ?? {};
  return populations.flatMap((population) =>
    effects.flatMap((effect) => {
      const seen = population.comparisons.find(({ name }) => name === effect.name);
      return seen === undefined ? [] : [{ claim, population, effect, seen }];
    }),
  );
}

const signs = { positive: '> 0', negative: '< 0', negligible: '≈ 0' } as const;

/** What is claimed of the mean of an effect, in a word: '> 0'. */
export function directionText({ direction }: Pick<Effect, 'direction'>): string {
  return signs[direction];
}

/** Every effect of a claim in a phrase, for the table of statements. */
export function effectTexts(claim: ClaimReport, backend: Report['backend']): string[] {
  return decidedEffects(claim).map(
    ({ population, effect, seen }) =>
      `${effect.name}: ${short(seen.estimate)} ${interval(seen.interval)}, ${counted(population.replicates, 'replicate')} of ${population.name} (${backend?.name ?? '–'})`,
  );
}

/** What carried out the runs of replicated claims, and on which data, one sentence a line; none where there are no such runs. */
export function backendLines({ backend, claims }: Pick<Report, 'backend' | 'claims'>): string[] {
  if (backend === null) return [];
  const replicates = claims.reduce(
    (sum, { replication, replicates }) => (replication === null ? sum : sum + replicates),
    0,
  );
  return [
    `Backend: ${backend.name}, ${backend.description}.`,
    ...backend.data.map(({ text }) => text),
    `Decided over ${counted(replicates, 'replicate')} of fixed settings, not over settings drawn from a domain.`,
  ];
}

/** A limit of a claim, as the rest of a sentence that begins with its id. */
export interface Limit {
  readonly claim: string;
  readonly text: string;
}

/** Where claims are not said to hold, and what was seen beside them that they do not say. */
export function limitsOf({ claims, leftOut }: Pick<Report, 'claims' | 'leftOut'>): Limit[] {
  const outside = [
    ...leftOut,
    ...claims.map(({ id, replication }) => ({ claim: id, excluded: replication?.excluded ?? [] })),
  ].flatMap(({ claim, excluded }) =>
    excluded.map(({ setting, reason }) => ({ claim, text: ` is not said to hold on ${setting}: ${reason}` })),
  );
  const remarks = claims.flatMap(({ id, replication }) =>
    (replication?.remarks ?? []).map((remark) => ({ claim: id, text: `: ${remark}` })),
  );
  return [...outside, ...remarks];
}
