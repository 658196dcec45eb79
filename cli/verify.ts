import { runRecord, tasksOf } from '../properties/plan.ts';
import { run } from '../properties/run.ts';
import { type Tier, tiers } from '../properties/tier.ts';
import { evidenceLines, reportJson } from '../reports/json.ts';
import { reportMarkdown } from '../reports/markdown.ts';
import { buildReport } from '../reports/report.ts';
import { terminalReport } from '../reports/terminal.ts';
import { ensureDirectory, OutputError, writeOutputs } from '../reports/write.ts';
import { statements } from '../theory/statements.ts';
import { chooseClaims } from './choose-claims.ts';
import { progressOn } from './progress.ts';
import { exitCodes, UsageError } from './usage.ts';

/** Options of `claimcheck verify`. */
export interface VerifyCommand {
  readonly tier: Tier['name'];
  readonly seed: number;
  readonly claim?: readonly string[];
  readonly out: string;
  readonly workers: number;
}

/** Verifies claims, writes the report, prints the table; returns the exit code of the verdict. */
export async function verify({ tier: name, seed, claim, out, workers }: VerifyCommand): Promise<number> {
  const tier = tiers[name];
  const claims = chooseClaims(claim);
  claimDirectory(out);
  const progress = progressOn(process.stderr, runRecord(claims, seed, tier), tasksOf(claims, seed, tier));
  const records = await run({ claims, seed, tier, workers, onProgress: progress.onProgress }).finally(progress.stop);
  const report = buildReport(records, statements);
  try {
    writeOutputs(out, {
      'evidence.jsonl': evidenceLines(records),
      'report.json': reportJson(report),
      'report.md': reportMarkdown(report),
    });
  } finally {
    // Whoever cannot be given the files still learns the verdict.
    const color = process.stdout.isTTY && process.stdout.hasColors();
    process.stdout.write(terminalReport(report, out, color));
  }
  return exitCodes[report.verdict];
}

/** A directory that cannot be written is found before the run, not after it. */
function claimDirectory(out: string): void {
  try {
    ensureDirectory(out);
  } catch (error) {
    throw error instanceof OutputError ? new UsageError(`--out: ${error.message}`) : error;
  }
}
