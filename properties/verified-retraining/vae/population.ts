import type { DigitsKind } from '../../../sim/digits/digits.ts';
import type { Tier } from '../../engine/tier.ts';
import type { SettingName } from './settings.ts';

/** What a claim about retrained generators is decided on: replicates of one setting on one kind of digits. */
export type VaePopulation = Readonly<{ digits: DigitsKind; setting: SettingName }>;

const digitsNames: Readonly<Record<DigitsKind, string>> = { mnist: 'MNIST', procedural: 'procedural digits' };

/** A population as people read it: 'MNIST, warm'. */
export function populationName({ digits, setting }: VaePopulation): string {
  return `${digitsNames[digits]}, ${setting}`;
}

/** The kinds of digits that a tier looks at: MNIST when it is there, procedural ones when it is not, and beyond the quick tier both. */
export function digitsOf(tier: Tier, mnistIsThere: boolean): readonly DigitsKind[] {
  if (!mnistIsThere) return ['procedural'];
  return tier.name === 'quick' ? ['mnist'] : ['mnist', 'procedural'];
}
