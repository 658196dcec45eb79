import { decisionGrowth } from './growth/decisions.ts';
import { replicateGrowth } from './growth/replicates.ts';
import { simulatorGrowth } from './growth/simulator.ts';
import type { Effort, Table } from './harness/part.ts';

/** How cost grows with what it depends on: powers fitted on logarithmic scales, beside those of theory. */
export async function growth(effort: Effort): Promise<readonly Table[]> {
  return [...(await simulatorGrowth(effort)), ...decisionGrowth(effort), ...(await replicateGrowth(effort))];
}
