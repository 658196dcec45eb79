import type { Errors } from '../../claim.ts';
import { type ErrorBudget, errorBudget } from '../../decide/error-budget.ts';
import type { Exclusion } from '../../evidence/evidence.ts';
import type { SuiteContent } from '../../suite-content.ts';
import type { Tier } from '../../tier.ts';
import { isReplicated, type ReplicatedClaim } from './claim.ts';
import type { BackendConfiguration, Population, ReplicatedDesign, ReplicationTier } from './design.ts';

/** What a tier spends. @throws RangeError when the design does not have the tier. */
export function spentIn(design: ReplicatedDesign, tier: Tier): ReplicationTier {
  const spent = design.tiers[tier.name];
  if (spent === undefined) throw new RangeError(`tier '${tier.name}' is unknown to the design of replicated runs`);
  return spent;
}

/** The settings of a tier on which a claim is said to hold. */
export function heldSettings({ notOn }: ReplicatedClaim, { settings }: ReplicationTier): readonly string[] {
  return settings.filter((setting) => notOn?.[setting] === undefined);
}

/** The settings of a tier on which a claim is not said to hold, with the reasons. */
export function excludedFrom({ notOn }: ReplicatedClaim, { settings }: ReplicationTier): readonly Exclusion[] {
  return settings.flatMap((setting) => {
    const reason = notOn?.[setting];
    return reason === undefined ? [] : [{ setting, reason }];
  });
}

/**
 * The populations of a claim at a tier, in the order of their indices. There are none when the claim is not said to
 * hold on any of the tier's settings.
 */
export function populationsOf(
  claim: ReplicatedClaim,
  design: ReplicatedDesign,
  tier: Tier,
  configuration: BackendConfiguration,
): readonly Population[] {
  return design.populations(heldSettings(claim, spentIn(design, tier)), configuration);
}

/** The populations of a claim with all data that any machine may have. */
export function widestPopulations(claim: ReplicatedClaim, design: ReplicatedDesign, tier: Tier): readonly Population[] {
  return populationsOf(claim, design, tier, design.widest(tier));
}

/**
 * The error budget of a tier's replicated claims. It is spread over the populations of all of them, as if all data were
 * there, so that a claim's verdict is the same when the claim is run alone or on part of the data.
 */
export function replicatedBudget(
  { claims }: Pick<SuiteContent, 'claims'>,
  design: ReplicatedDesign,
  tier: Tier,
): ErrorBudget {
  const settings = claims
    .filter(isReplicated)
    .reduce((sum, claim) => sum + widestPopulations(claim, design, tier).length, 0);
  return errorBudget({ ...spentIn(design, tier).errors, settings: Math.max(1, settings) });
}

/** Error probabilities of every decision of a tier's replicated claims. */
export function replicatedErrors(suite: Pick<SuiteContent, 'claims'>, design: ReplicatedDesign, tier: Tier): Errors {
  const { falseSupportOfClaim, falseRefutationOfSetting } = replicatedBudget(suite, design, tier);
  return { falseSupport: falseSupportOfClaim, falseRefutation: falseRefutationOfSetting };
}
