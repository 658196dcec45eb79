import { Argument, Command, Option } from 'commander';
import { directoryOf, wholeRun } from '../properties/engine/plan/shard.ts';
import { withDefaults } from '../properties/engine/suite-options.ts';
import { idle, localOptions, queue, seed, valuesOf, withOptions, workers } from './options.ts';
import type { ListedSuite, Suites } from './suites.ts';
import { replayPath, shard } from './usage.ts';

/** Where reports go by default. */
const DEFAULT_OUT = 'claimcheck-out';

/** Options of `verify` that decide what a run is. A resumed run has them already. */
const decidingOptions = ['suite', 'tier', 'seed', 'claim', 'shard', 'out', 'discard'];

/** The commands and their options. Each command gives its exit code to `finish`, and is loaded when it is called. */
export function createProgram(suites: Suites, finish: (exitCode: number) => void): Command {
  const { all, chosen } = suites;
  const [quickest] = chosen.tiers;
  const costs = chosen.tiers.map(({ name, cost }) => `${name}: ${cost}`).join('; ');
  const names = chosen.tiers.map(({ name }) => name);
  const tier = () => new Option('--tier <name>', `how much to spend (${costs})`).choices(names).default(quickest!.name);
  const suite = () =>
    new Option('--suite <id>', `the theory: ${all.map(({ id, title }) => `${id}, ${title}`).join('; ')}`)
      .choices(all.map(({ id }) => id))
      .default(all[0]!.id);

  const program = new Command('claimcheck')
    .description(`Verifies theories claim by claim, on simulated runs. Suites: ${listOf(all)}.`)
    .exitOverride()
    // Errors are printed once, by `fail`.
    .configureOutput({ outputError: () => {} });

  withOptions(
    program
      .command('verify')
      .description('verify claims on simulated runs and write a report')
      .addOption(suite())
      .addOption(tier())
      .addOption(seed().default(1))
      .option('--claim <id...>', 'verify only these claims')
      .addOption(
        new Option('--shard <i/n>', 'do part i of n of the run; `report --from` merges the parts').argParser(shard),
      )
      .option(
        '--out <directory>',
        'where the report goes (default: claimcheck-out, of a shard claimcheck-out/shard-i-of-n)',
      )
      .addOption(
        new Option(
          '--resume <directory>',
          'go on with the unfinished run in this directory, with its own options',
        ).conflicts([...decidingOptions, ...chosen.options.filter(({ local }) => !local).map(({ name }) => name)]),
      )
      .option('--discard', 'start without the unfinished run that is in --out')
      .addOption(workers(0, 'worker threads; 0 runs all in one thread'))
      .addOption(
        queue(
          'let `work` do the work, on any machines, through a Redis (redis://host:port), in place of worker threads',
        ),
      ),
    chosen.options,
  ).action(async ({ suite: _, ...options }) => {
    const out = options.out ?? directoryOf(options.shard ?? wholeRun, DEFAULT_OUT);
    const given = valuesOf(chosen.options, options);
    finish(await (await import('./commands/verify.ts')).verify(suites, { ...options, out, options: given }));
  });

  const allLocal = localOptions(all);
  withOptions(
    program
      .command('work')
      .description('do the work of runs with `verify --queue`, until interrupted')
      .addOption(
        queue(
          'the Redis of the runs: redis://[user@]host[:port][/database], with CLAIMCHECK_QUEUE_PASSWORD if it has one',
        ).makeOptionMandatory(),
      )
      .addOption(workers(1, 'worker threads'))
      .addOption(idle('end after so long without a run (default: never)')),
    allLocal,
  ).action(async (options) => {
    const local = withDefaults(allLocal, valuesOf(allLocal, options));
    finish(await (await import('./commands/work.ts')).work(all, { ...options, local }));
  });

  program
    .command('report')
    .description("merge the evidence of a run's shards and write its report, without running anything")
    .requiredOption('--from <file...>', 'evidence.jsonl of the run, or of each of its shards')
    .option('--out <directory>', 'where the report goes', DEFAULT_OUT)
    .action(async (options) => finish(await (await import('./commands/report.ts')).report(all, options)));

  program
    .command('claims')
    .description('list the claims')
    .addOption(suite())
    .option('--json', 'in full, as JSON')
    .option('--touching <file>', 'only those that execute this source file')
    .option('--coverage <file>', 'what `coverage` has written (default: claimcheck-out/coverage.jsonl)')
    .action(async (options) => finish(await (await import('./commands/claims.ts')).listClaims(chosen, options)));

  program
    .command('coverage')
    .description('measure which lines of its theory and simulators each claim executes')
    .addOption(suite())
    .option('--claim <id...>', 'measure only these claims')
    .option('--out <directory>', 'where coverage.jsonl goes', DEFAULT_OUT)
    .action(async (options) => finish(await (await import('./commands/coverage.ts')).coverage(chosen, options)));

  program
    .command('explain')
    .description('show what a claim says, where, how it is decided, and what the last evidence for it says')
    .argument('<id>', 'id of the claim')
    .addOption(suite())
    .option('--from <file>', 'evidence to look in (default: claimcheck-out/evidence.jsonl, if it is there)')
    .action(async (id, options) => finish(await (await import('./commands/explain.ts')).explain(chosen, id, options)));

  withOptions(
    program
      .command('replay')
      .description('decide one setting of a claim again, exactly as the run that printed its path')
      .argument('<id>', 'id of the claim')
      .addOption(suite())
      .addOption(seed().makeOptionMandatory())
      .addOption(
        new Option('--path <path>', 'index of the setting, or index:shrink path')
          .argParser(replayPath)
          .makeOptionMandatory(),
      )
      .addOption(tier()),
    chosen.options,
  ).action(async (id, options) => {
    const given = withDefaults(chosen.options, valuesOf(chosen.options, options));
    finish(await (await import('./commands/replay.ts')).replay(chosen, id, { ...options, options: given }));
  });

  program
    .command('gate')
    .description('compare the report of a run with a baseline; exit 3 when something is worse')
    .requiredOption('--baseline <file>', 'report.json to compare with')
    .option('--report <file>', 'report.json that is compared', `${DEFAULT_OUT}/report.json`)
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

const listOf = (suites: readonly ListedSuite[]) =>
  suites.map(({ id, title, paper }) => `${id} (${title}, ${paper})`).join(', ');
