import type { DigitsKind } from '../../../../sim/digits/digits.ts';
import type { Engine } from '../../../../sim/networks/engine.ts';
import type { Arm, Checkpoint, Curve, RoundMetrics } from '../../../../sim/verified-retraining/vae/index.ts';
import type { Population } from '../../../verified-retraining/vae/population.ts';
import type { DigitsDescription } from '../../evidence/evidence.ts';

/** What a run does: an arm of a replicate for some rounds, in the paper's world or a mutant's. */
export interface Course {
  readonly arm: Arm;
  /** Id of the mutant whose world it runs in; null for the paper's. */
  readonly mutant: string | null;
  readonly replicate: number;
  readonly rounds: number;
}

/** A retraining run. Plain data; its curve is a function of it alone. */
export interface RetrainingRun extends Population, Course {
  readonly seed: number;
  readonly observeAll: boolean;
  readonly samples: boolean;
}

/** What a laboratory works with. Plain data, so that every worker opens the same. */
export interface Equipment {
  /** Address of the module that opens the laboratory, an export `open` of type OpenLaboratory; the paper's when absent. */
  readonly laboratory?: string;
  readonly engine: Engine['name'];
  readonly digits: readonly DigitsKind[];
  /** Directory of MNIST, where that is among the digits. */
  readonly mnist?: string;
}

/** Where runs are done. */
export interface Laboratory {
  readonly engine: { readonly name: string; readonly description: string };
  readonly digits: readonly DigitsDescription[];
  /** The course that is taken in place of one: itself, or another whose curve is the same bit for bit by what the two are. */
  sameAs(course: Course): Course;
  /** What a mutant that misreads makes of an observation; undefined for one that retrains wrongly. */
  reads(mutant: string): ((observed: RoundMetrics) => RoundMetrics) | undefined;
  retrain(run: RetrainingRun, checkpoint: Checkpoint): Promise<Curve>;
}

/** @throws DataError when the digits cannot be had. */
export type OpenLaboratory = (equipment: Equipment) => Promise<Laboratory>;

const opened = new Map<string, Promise<Laboratory>>();

/** The laboratory of some equipment, opened once a thread. @throws DataError when the digits cannot be had. */
export function openLaboratory(equipment: Equipment): Promise<Laboratory> {
  const key = JSON.stringify(equipment);
  const laboratory = opened.get(key) ?? open(equipment);
  opened.set(key, laboratory);
  return laboratory;
}

async function open(equipment: Equipment): Promise<Laboratory> {
  const { laboratory } = equipment;
  const module: { readonly open: OpenLaboratory } =
    laboratory === undefined
      ? await import('../../../verified-retraining/vae/paper-laboratory.ts')
      : await moduleAt(laboratory);
  return module.open(equipment);
}

/** A build of the suite knows no TypeScript, unless Node does; who brings a laboratory may. */
async function moduleAt(address: string): Promise<{ readonly open: OpenLaboratory }> {
  try {
    return await import(address);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_UNKNOWN_FILE_EXTENSION')) throw error;
    const { tsImport } = await import('tsx/esm/api');
    return tsImport(address, import.meta.url);
  }
}
