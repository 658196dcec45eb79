import type { Shard } from '../../properties/engine/plan/shard.ts';
import type { RedisAddress } from '../../properties/engine/queue/address.ts';
import type { SuiteOptions } from '../../properties/engine/suite-content.ts';

/** Options of `claimcheck verify`. */
export interface VerifyCommand {
  readonly tier: string;
  readonly seed: number;
  readonly claim?: readonly string[];
  /** Those of the suite's options that were given. */
  readonly options: SuiteOptions;
  readonly out: string;
  readonly workers: number;
  /** Hands the work to all workers that take it from this queue, in place of threads. */
  readonly queue?: RedisAddress;
  /** The part of the run that is done; all of it when absent. */
  readonly shard?: Shard;
  /** Directory of the unfinished run to go on with; what else decides a run is then as it was. */
  readonly resume?: string;
  /** Starts without the unfinished run that is in `out`. */
  readonly discard?: boolean;
}
