import type { Arm, VaeSetting } from '../../../../sim/verified-retraining/vae/setting.ts';
import type { Population } from '../../../verified-retraining/vae/population.ts';
import { populationsOf } from '../../../verified-retraining/vae/population.ts';
import { settings } from '../../../verified-retraining/vae/tier.ts';
import { canonicalJson } from '../../canonical-json.ts';
import type { Tier } from '../../tier.ts';
import type { RetrainingClaim } from './claim.ts';
import type { Decision } from './decision.ts';
import type { Laboratory } from './laboratory.ts';
import { asDone } from './observe-runs.ts';
import { runsOf } from './runs-of-decision.ts';
import { ofAnyLength } from './task.ts';

/** An arm of a replicate that a decision looks at: decisions that look at the same one share its rounds. */
export interface ArmWork {
  /** Which arm it is, of which world and population. */
  readonly arm: string;
  readonly rounds: number;
  /** Training steps before the first round, and of each. */
  readonly steps: { readonly start: number; readonly round: number };
}

/** Training steps of some rounds of an arm. */
export function stepsOf({ steps, rounds }: ArmWork): number {
  return steps.start + rounds * steps.round;
}

/**
 * What a decision is expected to run in one replicate, of which all decisions of a tier have about as many: a mutant is as a rule refuted on the first
 * population that it is held against.
 */
export function workOf(
  decision: Decision,
  claim: RetrainingClaim,
  {
    tier,
    digits,
    laboratory,
  }: {
    readonly tier: Tier;
    readonly digits: readonly Population['digits'][];
    readonly laboratory: Pick<Laboratory, 'sameAs' | 'reads'>;
  },
): ArmWork[] {
  const mutant = 'mutant' in decision ? decision.mutant : null;
  const population = populationsOf(claim, tier, digits)['draw' in decision ? decision.draw : 0]!;
  return runsOf(claim, 0, { population, mutant, seed: 0, tier }).map((run) => {
    const done = asDone(run, laboratory);
    return {
      arm: canonicalJson(ofAnyLength(done)),
      rounds: run.rounds,
      steps: stepsPerRound(settings[run.setting], done.arm),
    };
  });
}

function stepsPerRound({ initialSteps, roundSteps, verifier }: VaeSetting, { verifier: used }: Arm): ArmWork['steps'] {
  const frozen = used?.lifecycle === 'frozen' ? verifier.steps : 0;
  const retrained = used?.lifecycle === 'retrained' ? verifier.steps : 0;
  return { start: initialSteps + frozen, round: roundSteps + retrained };
}
