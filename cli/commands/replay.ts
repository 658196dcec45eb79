import { availableParallelism } from 'node:os';
import { type Claim, isRetraining, type Outcome } from '../../properties/engine/claim.ts';
import { errorsOf } from '../../properties/engine/kinds/drawn-settings/plan.ts';
import { replay as replayDraw } from '../../properties/engine/kinds/drawn-settings/verify.ts';
import { type Tier, tiers } from '../../properties/engine/tier.ts';
import { columns } from '../../reports/terminal/columns.ts';
import { interval, short } from '../../reports/wording/numbers.ts';
import { exitCodes, UsageError } from '../usage.ts';
import { chooseClaims } from './choose-claims.ts';
import { laboratoryFor, type RetrainingCommand } from './laboratory-for.ts';

/** Options of `claimcheck replay`. */
export interface ReplayCommand extends RetrainingCommand {
  readonly seed: number;
  readonly path: string;
  readonly tier: Tier['name'];
}

/**
 * Decides one draw again with the very randomness of the run that printed its path; returns the exit code of its verdict.
 * @throws DataError when the digits cannot be had.
 */
export async function replay(id: string, command: ReplayCommand): Promise<number> {
  const { seed, path, tier } = command;
  const claim = chooseClaims([id])[0]!;
  const { setting, outcome } = await decided(claim, command);
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
    `${claim.id}, draw at ${path}: ${outcome.verdict} after ${outcome.replicates} replicates (${tier} tier, seed ${seed})`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes[outcome.verdict];
}

/** A path that leads nowhere, or a seed and tier that are not the run's, are slips of whoever typed them. */
async function decided(claim: Claim, command: ReplayCommand): Promise<{ setting: unknown; outcome: Outcome }> {
  const { seed, path, tier: name } = command;
  const tier = tiers[name];
  try {
    if (!isRetraining(claim)) return replayDraw(claim, path, { seed, tier, errors: errorsOf(tier) });
    const { equipment } = await laboratoryFor([claim], tier, command);
    const { replayRetraining } = await import('../../properties/engine/kinds/replicated-runs/replay.ts');
    return await replayRetraining(claim, path, { seed, tier, equipment, workers: availableParallelism() });
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(`--path: ${error.message}`) : error;
  }
}
