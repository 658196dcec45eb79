import { availableParallelism } from 'node:os';
import { Argument, Command, Option } from 'commander';
import { directoryOf, wholeRun } from '../properties/engine/plan/shard.ts';
import { tiers } from '../properties/engine/tier.ts';
import { queueAddress, replayPath, shard, wholeNumber } from './usage.ts';

/** Streams are keyed by a 32-bit seed. */
const LARGEST_SEED = 2 ** 32 - 1;

/** More threads than any machine has cores for: a slip of the keyboard. */
const MOST_WORKERS = 1024;

/** Where reports go unless told otherwise. */
const DEFAULT_OUT = 'claimcheck-out';

/** Options of `verify` that decide what a run is: one that is gone on with has them already. */
const decidingOptions = ['tier', 'seed', 'claim', 'engine', 'shard', 'out', 'discard', 'laboratory'];

/** Seconds; whoever waits longer waits for ever. */
const A_WEEK = 7 * 24 * 60 * 60;

/** What each tier costs on two cores. */
const TIER_COSTS = 'quick: a minute; full: a quarter of an hour; paper: days, interrupt it and --resume DIR';

const tier = () =>
  new Option('--tier <name>', `how much to spend (${TIER_COSTS})`).choices(Object.keys(tiers)).default('quick');
const engine = () =>
  new Option('--engine <name>', 'what retrains generators').choices(['onnx', 'tfjs']).default('onnx');
const mnist = () =>
  new Option('--mnist <directory>', 'where MNIST is (default: CLAIMCHECK_MNIST, else procedural digits)');
const queue = (description: string) => new Option('--queue <redis>', description).argParser(queueAddress);
const seed = () => new Option('--seed <number>', 'seed of all randomness').argParser(wholeNumber(LARGEST_SEED));

/** The commands and their options. Each command gives its exit code to `finish`, and is loaded when it is called. */
export function createProgram(finish: (exitCode: number) => void): Command {
  const program = new Command('claimcheck')
    .description('Verifies the theory of verified synthetic retraining (arXiv:2510.16657), claim by claim.')
    .exitOverride()
    // Errors are printed once, by `fail`.
    .configureOutput({ outputError: () => {} });

  program
    .command('verify')
    .description('verify claims on simulated runs and write a report')
    .addOption(tier())
    .addOption(seed().default(1))
    .option('--claim <id...>', 'verify only these claims')
    .addOption(mnist())
    .addOption(engine())
    .addOption(
      new Option('--shard <i/n>', 'do part i of n of the run; `report --from` merges the parts').argParser(shard),
    )
    .option(
      '--out <directory>',
      'where the report goes (default: claimcheck-out, of a shard claimcheck-out/shard-i-of-n)',
    )
    .addOption(
      new Option('--resume <directory>', 'go on with the unfinished run in this directory, as it was begun').conflicts([
        ...decidingOptions,
      ]),
    )
    .option('--discard', 'start without the unfinished run that is in --out')
    .addOption(new Option('--laboratory <module>', 'what retrains generators in the place of ours').hideHelp())
    .addOption(
      new Option('--workers <number>', 'worker threads; 0 runs all in one thread')
        .argParser(wholeNumber(MOST_WORKERS))
        .default(availableParallelism(), 'one a core'),
    )
    .addOption(
      queue('hand the work to `work` on any machines, by a Redis (redis://host:port), in place of worker threads'),
    )
    .action(async (options) => {
      const out = options.out ?? directoryOf(options.shard ?? wholeRun, DEFAULT_OUT);
      finish(await (await import('./commands/verify.ts')).verify({ ...options, out }));
    });

  program
    .command('work')
    .description('do the work of runs with `verify --queue`, until interrupted')
    .addOption(
      queue(
        'the Redis of the runs: redis://[user@]host[:port][/database], with CLAIMCHECK_QUEUE_PASSWORD if it has one',
      ).makeOptionMandatory(),
    )
    .addOption(mnist())
    .addOption(
      new Option('--workers <number>', 'worker threads')
        .argParser(wholeNumber(MOST_WORKERS, 1))
        .default(availableParallelism(), 'one a core'),
    )
    .addOption(
      new Option('--idle <seconds>', 'end after so long without a run (default: never)').argParser(wholeNumber(A_WEEK)),
    )
    .action(async (options) => finish(await (await import('./commands/work.ts')).work(options)));

  program
    .command('report')
    .description("merge the evidence of a run's shards and write its report, without running anything")
    .requiredOption('--from <file...>', 'evidence.jsonl of the run, or of each of its shards')
    .option('--out <directory>', 'where the report goes', 'claimcheck-out')
    .action(async (options) => finish(await (await import('./commands/report.ts')).report(options)));

  program
    .command('claims')
    .description('list the claims')
    .option('--json', 'in full, as JSON')
    .option('--touching <file>', 'only those that execute this file of theory/ or sim/')
    .option('--coverage <file>', 'what `coverage` has written (default: claimcheck-out/coverage.jsonl)')
    .action(async (options) => finish((await import('./commands/claims.ts')).listClaims(options)));

  program
    .command('coverage')
    .description('measure which lines of theory/ and sim/ each claim executes')
    .option('--claim <id...>', 'measure only these claims')
    .option('--out <directory>', 'where coverage.jsonl goes', 'claimcheck-out')
    .action(async (options) => finish(await (await import('./commands/coverage.ts')).coverage(options)));

  program
    .command('explain')
    .description('show what a claim says, where, how it is decided, and what the last evidence for it says')
    .argument('<id>', 'id of the claim')
    .option('--from <file>', 'evidence to look in (default: claimcheck-out/evidence.jsonl, if it is there)')
    .action(async (id, options) => finish(await (await import('./commands/explain.ts')).explain(id, options)));

  program
    .command('replay')
    .description('decide one draw of a claim again, exactly as the run that printed its path')
    .argument('<id>', 'id of the claim')
    .addOption(seed().makeOptionMandatory())
    .addOption(new Option('--path <path>', 'draw, or draw:shrink path').argParser(replayPath).makeOptionMandatory())
    .addOption(tier())
    .addOption(mnist())
    .addOption(engine())
    .action(async (id, options) => finish(await (await import('./commands/replay.ts')).replay(id, options)));

  program
    .command('gate')
    .description('compare the report of a run with a baseline; exit 3 when something is worse')
    .requiredOption('--baseline <file>', 'report.json to compare with')
    .option('--report <file>', 'report.json that is compared', 'claimcheck-out/report.json')
    .option('--informational', 'say what is worse, and exit 0')
    .action(async (options) => finish((await import('./commands/gate.ts')).gate(options)));

  program
    .command('data')
    .description('fetch: download MNIST, or what is missing of it')
    .addArgument(new Argument('<action>', 'what to do').choices(['fetch']))
    .option('--to <directory>', "where MNIST goes (default: the user's cache directory)")
    .option('--mirror <url...>', 'download from these addresses, in place of the public mirrors')
    .action(async (_action, options) => finish(await (await import('./commands/data.ts')).fetchData(options)));
  return program;
}
