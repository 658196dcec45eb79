import { canonicalJson } from '../../canonical-json.ts';
import type { RunRecord } from '../../evidence/evidence.ts';
import { planRun } from '../../plan/run-plan.ts';
import type { Checkpoints } from '../../pool/checkpoints.ts';
import type { Suite } from '../../suite.ts';
import type { Tier } from '../../tier.ts';
import type { FoundRecord, KindOfWork, Part, Task, WorkPlan } from '../kind-of-work.ts';

/** A kind of work in a run of all claims of a suite, carried out as a whole: what the requirements look at. */
export interface CarriedOut {
  readonly suite: Suite;
  readonly kind: KindOfWork;
  readonly seed: number;
  readonly tier: Tier;
  readonly plan: WorkPlan;
  /** The record of the run. */
  readonly run: RunRecord;
  /** The tasks that carrying out all parts has submitted. */
  readonly tasks: readonly Task[];
  readonly records: readonly FoundRecord[];
}

/** Plans a kind of work over all claims of a suite, and carries all of its parts out. */
export async function carriedOut(suite: Suite, kind: KindOfWork, seed: number, tier: Tier): Promise<CarriedOut> {
  const own = { ...suite, kinds: suite.kinds.map((each) => (each.id === kind.id ? kind : each)) };
  const { record: run, work } = await planRun({ suite: own, seed, tier });
  const { plan } = work.find((each) => each.kind === kind)!;
  const tasks: Task[] = [];
  const records = await carryOut({ suite: own, kind }, plan, plan.parts, (task) => tasks.push(task));
  return { suite: own, kind, seed, tier, plan, run, tasks, records };
}

/** A kind of work and the suite that it is of. */
type InSuite = Pick<CarriedOut, 'suite' | 'kind'>;

/** Carries parts out, each task anew: nothing is shared but what the kind of work itself shares. */
export function carryOut(
  done: InSuite,
  plan: WorkPlan,
  parts: readonly Part[],
  onTask: (task: Task) => void = () => {},
): Promise<FoundRecord[]> {
  const checkpoints = inMemory();
  const submit = (task: Task) => {
    onTask(task);
    return perform(done, task, checkpoints);
  };
  return plan.carryOut(parts, { submit, checkpoints, decided: () => {}, ran: () => {} });
}

/** Performs a task as a worker does. */
export function perform({ suite, kind }: InSuite, task: Task, checkpoints = inMemory()): Promise<unknown> {
  return kind.perform(task, { suite, checkpoints, local: {} });
}

/** Checkpoints that are gone with the test. */
export function inMemory(): Checkpoints {
  const kept = new Map<string, Uint8Array>();
  return {
    load: async (work) => kept.get(canonicalJson(work)),
    save: async (work, bytes) => void kept.set(canonicalJson(work), bytes),
    remove: async (work) => void kept.delete(canonicalJson(work)),
  };
}
