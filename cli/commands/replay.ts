import { availableParallelism } from 'node:os';
import { requireSoundSuite } from '../../properties/engine/check-links.ts';
import type { Claim, Outcome } from '../../properties/engine/claim.ts';
import { ReplayPathError } from '../../properties/engine/kinds/replay-path-error.ts';
import { withTemporaryCheckpoints } from '../../properties/engine/pool/disk-checkpoints.ts';
import { openPool } from '../../properties/engine/pool/worker-pool.ts';
import { kindDeciding, type Suite } from '../../properties/engine/suite.ts';
import { localOptions, type SuiteOptions, tierOf } from '../../properties/engine/suite-content.ts';
import { columns } from '../../reports/terminal/columns.ts';
import { interval, short } from '../../reports/wording/numbers.ts';
import type { ListedSuite } from '../suites.ts';
import { exitCodes, UsageError } from '../usage.ts';
import { chooseClaims } from './choose-claims.ts';

/** Options of `claimcheck replay`. */
export interface ReplayCommand {
  readonly seed: number;
  readonly path: string;
  readonly tier: string;
  readonly options: SuiteOptions;
}

/**
 * Decides one setting again with the very randomness of the run that printed its path; returns the exit code of its verdict.
 * @throws DataError when data cannot be had.
 */
export async function replay(listed: ListedSuite, id: string, command: ReplayCommand): Promise<number> {
  const suite = await listed.load();
  requireSoundSuite(suite);
  const { seed, path, tier } = command;
  const claim = chooseClaims(suite, [id])[0]!;
  const { setting, outcome } = await decided(suite, claim, command);
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
    `${claim.id}, setting at ${path}: ${outcome.verdict} after ${outcome.replicates} replicates (${tier} tier, seed ${seed})`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes[outcome.verdict];
}

/** Decides the setting at a path. @throws UsageError for a path that leads to no setting of this seed and tier. */
async function decided(
  suite: Suite,
  claim: Claim,
  { seed, path, tier: name, options }: ReplayCommand,
): Promise<{ setting: unknown; outcome: Outcome }> {
  const tier = tierOf(suite, name);
  try {
    return await withTemporaryCheckpoints(async (checkpoints) => {
      // Workers are started when the first task comes: a setting that is decided here needs none.
      let pool: ReturnType<typeof openPool> | undefined;
      const open = () => {
        pool ??= openPool(availableParallelism(), { suite, checkpoints, local: localOptions(suite, options) });
        return pool;
      };
      const request = {
        suite,
        seed,
        tier,
        options,
        submit: (...task: Parameters<ReturnType<typeof openPool>['submit']>) => open().submit(...task),
        get checkpoints() {
          return open().checkpoints;
        },
      };
      return kindDeciding(suite, claim)
        .replay(claim, path, request)
        .finally(() => pool?.dispose());
    });
  } catch (error) {
    throw error instanceof ReplayPathError ? new UsageError(`--path: ${error.message}`) : error;
  }
}
