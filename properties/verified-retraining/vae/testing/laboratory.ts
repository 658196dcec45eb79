import { setTimeout } from 'node:timers/promises';
import { keyedStream } from '../../../../sim/random/stream.ts';
import type { RoundMetrics } from '../../../../sim/verified-retraining/vae/index.ts';
import { canonicalJson } from '../../../engine/canonical-json.ts';
import type { OpenLaboratory, RetrainingRun } from '../../../engine/kinds/replicated-runs/laboratory.ts';
import { ofAnyLength } from '../../../engine/kinds/replicated-runs/task.ts';

/** Milliseconds that a round takes: so long that workers get out of step, and that whoever kills them finds runs under way. */
const PAUSE = 2;

/** ln FD grows by this much a round without a verifier, and shrinks by it with one. */
const DRIFT = 0.1;
/** Sd of a round's noise in ln FD. */
const NOISE = 0.02;

/** A laboratory for tests: its curves are random walks, and its mutants 'verifier-unused', 'growth-stops' and 'doubled' do what they say. */
export const open: OpenLaboratory = async ({ engine, digits }) => ({
  engine: { name: engine, description: 'random walks' },
  digits: digits.map((kind) => ({ kind, provenance: 'none', digest: kind, floor: 0.06 })),
  sameAs: (course) =>
    course.mutant === 'verifier-unused' && course.arm.verifier === undefined ? { ...course, mutant: null } : course,
  reads: (mutant) =>
    mutant === 'doubled' ? (observed) => ({ ...observed, frechet: 2 * observed.frechet }) : undefined,
  async retrain(run, checkpoint) {
    const saved = await checkpoint.load();
    const rounds: RoundMetrics[] = saved === undefined ? [] : JSON.parse(Buffer.from(saved).toString());
    while (rounds.length <= run.rounds) {
      await setTimeout(PAUSE);
      rounds.push(metricsAfter(run, rounds));
      await checkpoint.save(Buffer.from(JSON.stringify(rounds)));
    }
    const bytes = Uint8Array.from({ length: (run.rounds + 1) * 10 * 14 ** 2 }, (_, place) => place % 256);
    return {
      rounds: rounds.slice(0, run.rounds + 1),
      ...(run.samples ? { samples: Buffer.from(bytes).toString('base64') } : {}),
    };
  },
});

function metricsAfter(run: RetrainingRun, before: readonly RoundMetrics[]): RoundMetrics {
  const round = before.length;
  const name = canonicalJson(ofAnyLength(run));
  const noise = NOISE * keyedStream(run.seed, name, round, run.replicate).normal();
  const frechet = round === 0 ? Math.exp(noise) : before.at(-1)!.frechet * Math.exp(driftOf(run) + noise);
  return { round, frechet, frechetToReference: frechet, classVariance: 1, slant: 0, ink: 1 };
}

function driftOf({ arm, mutant }: RetrainingRun): number {
  if (mutant === 'growth-stops') return 0;
  return arm.verifier === undefined || mutant === 'verifier-unused' ? DRIFT : -DRIFT;
}
