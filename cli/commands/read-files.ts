import { DataError } from '../../properties/engine/data-error.ts';
import { fileLines } from '../../properties/engine/evidence/file-lines.ts';
import { type MergedEvidence, mergeEvidence } from '../../properties/engine/evidence/merge-evidence.ts';
import { type EvidenceFile, readEvidence } from '../../properties/engine/evidence/read-evidence.ts';
import { type ListedSuite, type LoadedSuite, loadAll } from '../suites.ts';

/** The evidence of a run, and the suite that it is about. */
export interface ReadRun extends MergedEvidence, LoadedSuite {}

/**
 * The evidence of a run in the files of its shards.
 * @throws DataError when a file cannot be read, they are not of one run, or their suite is unknown.
 */
export async function readFiles(paths: readonly string[], suites: readonly ListedSuite[]): Promise<ReadRun> {
  const loaded = await loadAll(await suiteIn(paths[0]!, suites));
  const files: EvidenceFile[] = [];
  for (const path of paths) files.push(await readEvidence(path, loaded.suite.kinds));
  return { ...mergeEvidence(files, loaded.suite), ...loaded };
}

/** The suite that the first run record of a file names. Where there is no such record any suite will do: reading the file says what is wrong with it. */
async function suiteIn(path: string, suites: readonly ListedSuite[]): Promise<ListedSuite> {
  for await (const { bytes } of fileLines(path)) {
    const id = suiteNamed(bytes?.toString('utf8') ?? '');
    if (id === undefined) continue;
    const suite = suites.find((each) => each.id === id);
    if (suite !== undefined) return suite;
    const known = suites.map((each) => each.id).join(' or ');
    throw new DataError(`${path} is evidence about suite '${id.slice(0, LONGEST_ID)}', and not about ${known}`);
  }
  return suites[0]!;
}

/** Characters of a foreign id that are shown. */
const LONGEST_ID = 60;

function suiteNamed(line: string): string | undefined {
  if (!line.includes('"type":"run"')) return undefined;
  try {
    const { type, suite } = JSON.parse(line.replace(/^\uFEFF/, ''));
    return type === 'run' && typeof suite?.id === 'string' ? suite.id : undefined;
  } catch {
    // Said when the file is read.
    return undefined;
  }
}
