import { claimSources, versionsOf } from '../sources/claim-sources.ts';
import { kindOf, type Suite } from '../suite.ts';
import { claimOf, type SuiteOptions } from '../suite-content.ts';
import type { AnnouncedRun } from './announced-run.ts';

/**
 * Why this machine must not work for a run; undefined where it may.
 * @param suite the suite of the run as this machine has it; undefined where it has none of that id.
 * @param local where things are on this machine.
 */
export async function refusalOf(
  run: AnnouncedRun,
  suite: Suite | undefined,
  local: SuiteOptions,
): Promise<string | undefined> {
  const { made, claims, requirements } = run;
  if (suite === undefined) return `it is of suite '${run.suite}', which is unknown here`;
  const known = new Set(suite.claims.map(({ id }) => id));
  const unknown = claims.find((id) => !known.has(id));
  if (unknown !== undefined)
    return `it has a claim '${unknown}', which is unknown here: check out the commit of the run`;
  const { node, packages, sources } = versionsOf(
    claimSources(
      suite,
      claims.map((id) => claimOf(suite, id)),
    ),
  );
  if (made.node !== node) return `it is on Node ${made.node}, and this is ${node}`;
  if (made.packages !== packages) return 'its packages have other versions: `npm ci` at the commit of the run';
  if (made.sources !== sources) return 'it is of other sources: check out the commit of the run';
  for (const [kind, requirement] of Object.entries(requirements)) {
    const refusal = await kindOf(suite, kind).meets(requirement, local);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
