import { canonicalJson } from '../canonical-json.ts';
import { DataError } from '../data-error.ts';
import { openLaboratory } from '../kinds/replicated-runs/laboratory.ts';
import { versions } from '../source-digest.ts';
import type { AnnouncedRun } from './announcements.ts';
import { equipmentHere } from './portable.ts';

/**
 * Why this machine must not work for a run; undefined where it may.
 * @param mnist directory of MNIST on this machine.
 */
export async function refusalOf(
  { made, equipment, laboratory }: AnnouncedRun,
  mnist: string | undefined,
): Promise<string | undefined> {
  const { node, packages, sources } = versions();
  if (made.node !== node) return `it is on Node ${made.node}, and this is ${node}`;
  if (made.packages !== packages) return 'its packages have other versions: `npm ci` at the commit of the run';
  if (made.sources !== sources) return 'it is of other sources: check out the commit of the run';
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
