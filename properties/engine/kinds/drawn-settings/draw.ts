import { keyedStream, streamFamily } from '../../../../sim/random/stream.ts';
import { type Errors, type Outcome, withoutTraces } from '../../claim.ts';
import { drawSetting, shrinkSetting } from '../../domain.ts';
import type { Counterexample, DecisionRecord, MutantRecord } from '../../evidence/evidence.ts';
import type { Mutant } from '../../mutant.ts';
import type { Tier } from '../../tier.ts';
import { ReplayPathError } from '../replay-path-error.ts';
import type { DrawnClaim, Trial } from './claim.ts';

/** What a draw is decided with. */
export interface VerifyOptions {
  readonly seed: number;
  readonly tier: Tier;
  readonly errors: Errors;
  /** The world that the claim is held against. */
  readonly world: unknown;
}

/** The number of settings that a claim draws at a tier. */
export function drawsOf(claim: DrawnClaim, tier: Tier): number {
  return claim.draws * tier.draws;
}

/** Settings that are tried to find a simpler counterexample. Each costs a decision, and the first steps simplify most. */
const SHRINK_LIMIT = 40;

/** Draws setting `index` of a claim's domain and decides it. The record of a refuted setting has its minimal counterexample. */
export function verifyDraw(claim: DrawnClaim, index: number, options: VerifyOptions): DecisionRecord {
  const started = performance.now();
  const draw = drawSetting(claim.domain, settingSeed(claim, index, options), index, options.tier);
  const outcome = decide(claim, draw.setting, index, options, '');
  return {
    type: 'decision',
    claim: claim.id,
    index,
    strata: draw.strata,
    setting: draw.setting,
    // The traces of one setting show how the evidence grows. Those of all settings would make the evidence too large.
    outcome: index === 0 ? outcome : withoutTraces(outcome),
    ...(outcome.verdict === 'refuted' ? { counterexample: simplify(claim, index, options) } : {}),
    milliseconds: performance.now() - started,
  };
}

/** Holds a claim against a mutant, setting after setting, until one is refuted or none is left. */
export function tryMutant(claim: DrawnClaim, mutant: Mutant, options: Omit<VerifyOptions, 'world'>): MutantRecord {
  const started = performance.now();
  const wrong = { ...options, world: mutant.world };
  const draws = drawsOf(claim, options.tier);
  let replicates = 0;
  for (let index = 0; index < draws; index += 1) {
    const { setting } = drawSetting(claim.domain, settingSeed(claim, index, options), index, options.tier);
    const outcome = decide(claim, setting, index, wrong, mutant.id);
    replicates += outcome.replicates;
    if (outcome.verdict === 'refuted') {
      const by = outcome.comparisons.find((comparison) => comparison.verdict === 'refuted')?.name ?? null;
      return record(true, index, by);
    }
  }
  return record(false, draws, null);

  function record(refuted: boolean, index: number, by: string | null): MutantRecord {
    const milliseconds = performance.now() - started;
    return { type: 'mutant', claim: claim.id, mutant: mutant.id, refuted, index, replicates, by, milliseconds };
  }
}

/**
 * Decides the setting at a replay path `index:shrink path`, with the very randomness of the run that printed it.
 * @throws RangeError when the path leads to no setting of the claim's domain.
 */
export function replayDraw(
  claim: DrawnClaim,
  path: string,
  options: VerifyOptions,
): { setting: unknown; outcome: Outcome } {
  const [, first, shrinkPath] = /^(\d+)((?::\d+)*)$/.exec(path) ?? [];
  if (first === undefined || shrinkPath === undefined) {
    throw new ReplayPathError(`path '${path}': an index, or index:shrink path such as 3:0:1, is needed`);
  }
  const index = Number(first);
  const steps = shrinkPath === '' ? '0' : shrinkPath.slice(1);
  const { setting } = drawSetting(claim.domain, settingSeed(claim, index, options), index, options.tier, steps);
  return { setting, outcome: withoutTraces(decide(claim, setting, index, options, '')) };
}

function simplify(claim: DrawnClaim, index: number, options: VerifyOptions): Counterexample {
  const fails = (setting: unknown) => decide(claim, setting, index, options, '').verdict === 'refuted';
  const seed = settingSeed(claim, index, options);
  const { shrinkPath, setting } = shrinkSetting(claim.domain, seed, index, options.tier, fails, SHRINK_LIMIT);
  return {
    setting,
    path: `${index}:${shrinkPath}`,
    outcome: withoutTraces(decide(claim, setting, index, options, '')),
    confirmed: decide(claim, setting, index, options, 'confirmation').verdict,
  };
}

/** One decision. `purpose` separates the randomness of mutants and confirmations from that of the claim itself. */
function decide(claim: DrawnClaim, setting: unknown, index: number, options: VerifyOptions, purpose: string): Outcome {
  const streams = streamFamily(options.seed, purpose === '' ? claim.id : `${claim.id}/${purpose}`, index);
  const trial: Trial = {
    world: options.world,
    tier: options.tier,
    errors: options.errors,
    stream: (replicate) => streams.at(replicate),
    reflected: (replicate) => streams.reflectedAt(replicate),
  };
  return claim.check(setting, trial);
}

/** fast-check wants a 32-bit seed: the first word of the stream keyed by (seed, claim, draw). */
function settingSeed(claim: DrawnClaim, index: number, { seed }: Pick<VerifyOptions, 'seed'>): number {
  return keyedStream(seed, `${claim.id}/setting`, index, 0).uint32() | 0;
}
