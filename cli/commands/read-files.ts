import { type MergedEvidence, mergeEvidence } from '../../properties/engine/evidence/merge-evidence.ts';
import { type EvidenceFile, readEvidence } from '../../properties/engine/evidence/read-evidence.ts';
import { claims } from '../../properties/verified-retraining/claims/index.ts';
import { mutants } from '../../properties/verified-retraining/mutants/index.ts';

/**
 * The evidence of a run in the files of its shards.
 * @throws DataError when a file cannot be read, or they are not of one run.
 */
export async function readFiles(paths: readonly string[]): Promise<MergedEvidence> {
  const files: EvidenceFile[] = [];
  for (const path of paths) files.push(await readEvidence(path));
  return mergeEvidence(files, { claims: claims.map(({ id }) => id), mutants: mutants.map(({ id }) => id) });
}
