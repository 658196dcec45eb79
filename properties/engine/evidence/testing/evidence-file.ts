import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCurve } from '../../kinds/replicated-runs/curve-record.ts';
import { planRun } from '../../plan/run-plan.ts';
import { claimOf, tierOf } from '../../suite-content.ts';
import { carryOut } from '../../testing/carry-out.ts';
import { suite } from '../../testing/walks/suite.ts';
import type { EvidenceRecord } from '../evidence.ts';
import { readEvidence } from '../read-evidence.ts';

const claims = ['share-of-heads', 'not-always-heads', 'grows'].map((id) => claimOf(suite, id));
const plan = await planRun({ suite, claims, seed: 1, tier: tierOf(suite, 'quick') });

/** All that a run writes, as JSON gives it back. */
export const whole: readonly EvidenceRecord[] = JSON.parse(JSON.stringify(await carryOut(plan)));

/** Its first records: that of the run, and decisions. */
export const records = whole.slice(0, 5);

/** A record of each type. */
export const runRecord = whole.find((record) => record.type === 'run')!;
export const decision = whole.find((record) => record.type === 'decision')!;
export const curve = whole.find(isCurve)!;

/** A record as a line of a file. */
export const line = (record: unknown) => Buffer.from(`${JSON.stringify(record)}\n`);

/** Reads a file of some parts: its records with their lines, its problems, and its path, where it lies no longer. */
export async function readFileOf(...parts: readonly (string | Buffer)[]) {
  const directory = mkdtempSync(join(tmpdir(), 'claimcheck-evidence-'));
  const file = join(directory, 'evidence.jsonl');
  try {
    writeFileSync(file, Buffer.concat(parts.map((part) => Buffer.from(part))));
    const { records: located, problems } = await readEvidence(file, suite.kinds);
    return { file, records: located.map(({ record }) => record), lines: located.map((each) => each.line), problems };
  } finally {
    rmSync(directory, { recursive: true });
  }
}
