import type { DigitsKind } from '../../../sim/digits/digits.ts';
import type { RetrainingClaim } from '../../engine/kinds/replicated-runs/claim.ts';
import type { Tier } from '../../engine/tier.ts';
import { retrainingTiers, type SettingName } from './tier.ts';

/** What a retraining claim is decided on: replicates of one setting on one kind of digits. They are its draws. */
export interface Population {
  readonly digits: DigitsKind;
  readonly setting: SettingName;
}

const digitsNames: Readonly<Record<DigitsKind, string>> = { mnist: 'MNIST', procedural: 'procedural digits' };

/** A population as people read it: 'MNIST, warm'. */
export function populationName({ digits, setting }: Population): string {
  return `${digitsNames[digits]}, ${setting}`;
}

/** The kinds of digits that a tier looks at: MNIST when it is there, procedural ones when it is not, and beyond the quick tier both. */
export function digitsOf(tier: Tier, mnistIsThere: boolean): readonly DigitsKind[] {
  if (!mnistIsThere) return ['procedural'];
  return tier.name === 'quick' ? ['mnist'] : ['mnist', 'procedural'];
}

/** The populations of a claim at a tier, in the order of its draws. Empty when the claim is said to hold on none of the tier's settings. */
export function populationsOf(
  claim: RetrainingClaim,
  tier: Tier,
  digits: readonly DigitsKind[],
): readonly Population[] {
  const held = retrainingTiers[tier.name].settings.filter((setting) => claim.notOn?.[setting] === undefined);
  return digits.flatMap((kind) => held.map((setting) => ({ digits: kind, setting })));
}

/** Whether a claim is said to hold on any setting of a tier. */
export function isHeldIn(claim: RetrainingClaim, tier: Tier): boolean {
  return populationsOf(claim, tier, ['procedural']).length > 0;
}

/** A setting on which a claim is not said to hold. */
export interface Exclusion {
  readonly setting: SettingName;
  readonly reason: string;
}

/** The settings of a tier that a claim is not said to hold on. */
export function excludedFrom(claim: RetrainingClaim, tier: Tier): readonly Exclusion[] {
  return retrainingTiers[tier.name].settings.flatMap((setting) => {
    const reason = claim.notOn?.[setting];
    return reason === undefined ? [] : [{ setting, reason }];
  });
}
