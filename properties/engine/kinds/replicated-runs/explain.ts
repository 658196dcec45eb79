import type { Effect } from '../../decide/effects/effect.ts';
import type { SuiteContent } from '../../suite-content.ts';
import type { ReplicatedClaim } from './claim.ts';
import type { ReplicatedDesign } from './design.ts';
import { heldSettings, spentIn } from './populations.ts';

const signs = { positive: '> 0', negative: '< 0', negligible: '≈ 0' } as const;

/** What is claimed of the mean of an effect, as a sign: '> 0'. */
export function directionText({ direction }: Effect): string {
  return signs[direction];
}

/** Lines for a terminal: all that is known of a replicated claim beside its text. */
export function explainReplicated(claim: ReplicatedClaim, design: ReplicatedDesign, { tiers }: SuiteContent): string[] {
  const { arms, effects, notOn = {}, remarks = [] } = claim;
  const spent = tiers.map((tier) => {
    const spending = spentIn(design, tier);
    const { rounds, leastReplicates, maximumReplicates } = spending;
    const held = heldSettings(claim, spending);
    const lengths = [...new Set(Object.values(arms).map((arm) => rounds[arm.rounds]))].join(' or ');
    return held.length === 0
      ? `  ${tier.name}: not run`
      : `  ${tier.name}: ${held.join(', ')}; ${lengths} rounds, ${leastReplicates} to ${maximumReplicates} replicates`;
  });
  return [
    '',
    `Arms, which share ${design.shared}`,
    ...Object.entries(arms).map(([name, { arm }]) => `  ${name}: ${design.armText(arm)}`),
    '',
    'Effects, a number each replicate, whose means are decided',
    ...effects.map(
      (effect) => `  ${effect.name}: mean ${directionText(effect)}, smallest of interest ${effect.smallest}`,
    ),
    '',
    'Settings by tier',
    ...spent,
    ...Object.entries(notOn).map(([setting, reason]) => `Not said to hold on ${setting}: ${reason}`),
    ...remarks.map((remark) => `Remark: ${remark}`),
  ];
}
