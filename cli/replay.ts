import { errorsOf } from '../properties/plan.ts';
import { type Tier, tiers } from '../properties/tier.ts';
import { replay as replayDraw } from '../properties/verify.ts';
import { interval, short } from '../reports/numbers.ts';
import { columns } from '../reports/terminal.ts';
import { chooseClaims } from './choose-claims.ts';
import { exitCodes, UsageError } from './usage.ts';

/** Options of `claimcheck replay`. */
export interface ReplayCommand {
  readonly seed: number;
  readonly path: string;
  readonly tier: Tier['name'];
}

/** Decides one draw again with the very randomness of the run that printed its path; returns the exit code of its verdict. */
export function replay(id: string, { seed, path, tier: name }: ReplayCommand): number {
  const claim = chooseClaims([id])[0]!;
  const tier = tiers[name];
  const { setting, outcome } = decided(() => replayDraw(claim, path, { seed, tier, errors: errorsOf(tier) }));
  const rows = outcome.comparisons.map((each) => [
    each.name,
    each.verdict,
    short(each.expected),
    short(each.estimate),
    interval(each.interval),
    interval(each.zone),
    each.guarantee,
  ]);
  const header = ['comparison', 'verdict', 'expected', 'estimate', '95 % interval', 'zone', 'guarantee'];
  const lines = [
    JSON.stringify(setting, null, 2),
    ...columns([header, ...rows]),
    `${claim.id}, draw at ${path}: ${outcome.verdict} after ${outcome.replicates} replicates (${name} tier, seed ${seed})`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes[outcome.verdict];
}

/** A path that leads nowhere, or a seed and tier that are not the run's, are slips of whoever typed them. */
function decided<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(`--path: ${error.message}`) : error;
  }
}
