import { canonicalJson } from '../../canonical-json.ts';
import { DataError } from '../../data-error.ts';
import type { BackendDescription } from '../../evidence/evidence.ts';
import type { SuiteOptions } from '../../suite-content.ts';
import type { Backend, BackendConfiguration, ReplicatedDesign } from './design.ts';

/** Opens the backend of a configuration. @param local where things are on this machine. @throws DataError when data cannot be had. */
export type OpenBackend = (configuration: BackendConfiguration, local: SuiteOptions) => Promise<Backend>;

/** The backends of a design: each is opened once a thread, and again where that failed. */
export function backendsOf(design: ReplicatedDesign): OpenBackend {
  const opened = new Map<string, Promise<Backend>>();
  return (configuration, local) => {
    const key = canonicalJson([configuration, local]);
    const known = opened.get(key);
    if (known !== undefined) return known;
    const backend = design.open(configuration, local);
    opened.set(key, backend);
    // Data that cannot be had now may be there when they are asked for again.
    backend.catch(() => opened.delete(key));
    return backend;
  };
}

/** What a worker on another machine must have: the backend of the run, opened with its configuration. Plain data. */
export interface Requirement {
  readonly configuration: BackendConfiguration;
  readonly description: BackendDescription;
}

/** Why a worker must not work for a run with this requirement, as the rest of a sentence; undefined when it may. */
export async function unmet(
  { configuration, description }: Requirement,
  local: SuiteOptions,
  open: OpenBackend,
): Promise<string | undefined> {
  try {
    const here = await open(configuration, local);
    const same = canonicalJson(here.description) === canonicalJson(description);
    return same ? undefined : 'its backend or its data are others than those here';
  } catch (error) {
    if (error instanceof DataError) return error.message;
    throw error;
  }
}
