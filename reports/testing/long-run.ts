import type {
  ClaimDescription,
  DrawRecord,
  EvidenceRecord,
  MutantRecord,
  RunRecord,
} from '../../properties/engine/evidence/evidence.ts';
import { comparison } from './evidence.ts';

/** Evidence of any length, made by hand for benchmarks and tests of reports: like that of a run, but for its numbers. */

/** Comparisons of a draw: what claims of the suite make. */
const COMPARISONS = ['E‖θ̂₁−θ*‖², block', 'E‖θ̂₁−θ*‖², standard-basis'];

/** Entries of a trace: ten a decade, over five decades. */
const TRACE = 50;

/** The run with its drawn claims on so many settings each. */
export function lengthened(run: RunRecord, draws: number): RunRecord {
  return {
    ...run,
    claims: run.claims.map((claim) => (claim.retraining === null ? { ...claim, draws } : claim)),
  };
}

/** The evidence of a run, every draw supported and every mutant killed, record by record. */
export function* evidenceOf(run: RunRecord): Generator<EvidenceRecord> {
  yield run;
  for (const claim of run.claims) {
    for (let index = 0; index < claim.draws; index += 1) yield draw(claim, index);
    for (const id of claim.mutants) yield mutant(claim, id);
  }
}

function draw({ id, regimes, retraining }: ClaimDescription, index: number): DrawRecord {
  const estimate = 1 + 0.05 * Math.sin(index);
  const names = retraining === null ? COMPARISONS : retraining.effects.map(({ name }) => name);
  const points = Array.from({ length: index === 0 ? TRACE : 0 }, (_, point) => point + estimate);
  const trace = { replicates: points, support: points, refute: points, enough: { support: 14, refute: 21 } };
  return {
    type: 'draw',
    claim: id,
    draw: index,
    regimes: [regimes[index % regimes.length]!],
    setting: {
      setting: {
        thetaStar: [estimate, 0, 2],
        knowledgeCenter: [0, 1, 0],
        radius: estimate,
        noise: 1,
        noiseAllowance: 1,
        singularValues: [3, 2, 1 + estimate],
      },
      kept: index,
    },
    outcome: {
      verdict: 'supported',
      replicates: 1000 + index,
      comparisons: names.map((name) => ({
        ...comparison(estimate, 'supported', name),
        replicates: 1000,
        logEvidence: { support: 14.1, refute: 0.1 },
        ...(index === 0 ? { trace } : {}),
      })),
    },
    milliseconds: 200 + estimate,
  };
}

function mutant({ id: claim }: ClaimDescription, id: string): MutantRecord {
  return {
    type: 'mutant',
    claim,
    mutant: id,
    refuted: true,
    draw: 0,
    replicates: 300,
    by: COMPARISONS[0]!,
    milliseconds: 5,
  };
}
