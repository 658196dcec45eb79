import { relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Equipment } from '../kinds/replicated-runs/laboratory.ts';
import type { AnyTask } from '../pool/worker.ts';
import { suiteRoot } from '../source-digest.ts';

/** Equipment without what differs from machine to machine: another laboratory by its path in the suite, and no directory of MNIST. */
export function portableEquipment({ laboratory, engine, digits }: Equipment): Equipment {
  if (laboratory === undefined) return { engine, digits };
  return { laboratory: relative(suiteRoot, fileURLToPath(laboratory)).split(sep).join('/'), engine, digits };
}

/** Portable equipment as it is on this machine. */
export function equipmentHere({ laboratory, engine, digits }: Equipment, mnist: string | undefined): Equipment {
  const root = `${pathToFileURL(suiteRoot).href}/`;
  return {
    ...(laboratory === undefined ? {} : { laboratory: new URL(laboratory, root).href }),
    engine,
    digits,
    ...(mnist === undefined ? {} : { mnist }),
  };
}

/** A task that means the same on every machine. */
export function portable(task: AnyTask): AnyTask {
  return 'run' in task ? { ...task, equipment: portableEquipment(task.equipment) } : task;
}

/** A portable task as it is done on this machine. */
export function taskHere(task: AnyTask, mnist: string | undefined): AnyTask {
  return 'run' in task ? { ...task, equipment: equipmentHere(task.equipment, mnist) } : task;
}
