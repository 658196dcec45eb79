import { canonicalJson } from '../canonical-json.ts';
import { DataError } from '../data-error.ts';
import { openLaboratory } from '../retraining/laboratory.ts';
import { sourceDigest } from '../source-digest.ts';
import type { AnnouncedRun } from './announcements.ts';
import { equipmentHere } from './portable.ts';

/**
 * Why this machine must not work for a run; undefined where it may.
 * @param mnist directory of MNIST on this machine.
 */
export async function refusalOf(
  { node, sources, equipment, laboratory }: AnnouncedRun,
  mnist: string | undefined,
): Promise<string | undefined> {
  if (node !== process.version) return `it is on Node ${node}, and this is ${process.version}`;
  if (sources !== sourceDigest()) {
    return 'it is of other sources or versions of packages: check out the commit that it was started from, and `npm ci`';
  }
  if (equipment === null) return undefined;
  try {
    const { engine, digits } = await openLaboratory(equipmentHere(equipment, mnist));
    const same = canonicalJson({ engine, digits }) === canonicalJson(laboratory);
    return same ? undefined : 'its engine or its digits are others than those here';
  } catch (error) {
    if (error instanceof DataError) return error.message;
    throw error;
  }
}
