import type { Machine } from '../../properties/engine/evidence/evidence.ts';
import type { MergedEvidence } from '../../properties/engine/evidence/merge-evidence.ts';
import type { Problem } from '../../properties/engine/evidence/read-evidence.ts';
import { counted } from '../wording/numbers.ts';

/** What a reader must know of how the evidence came together, one sentence a note: files that could not be used in full, several machines. */
export function notesOf({
  problems,
  machines,
  unlike,
}: Pick<MergedEvidence, 'problems' | 'machines' | 'unlike'>): string[] {
  const files = new Map<string, { readonly first: Problem; others: number }>();
  for (const problem of problems) {
    const known = files.get(problem.file);
    if (known === undefined) files.set(problem.file, { first: problem, others: 0 });
    else known.others += 1;
  }
  return [
    ...[...files].map(([file, { first, others }]) => {
      const more = others === 0 ? '' : ` (and ${counted(others, 'more line')})`;
      return `Part of ${file} is no evidence and is left out: its line ${first.line} ${first.what}${more}.`;
    }),
    ...(machines.length < 2
      ? []
      : [`The run was spread over ${counted(machines.length, 'machine')}: ${machines.map(machineText).join('; ')}.`]),
    ...(unlike === 0
      ? []
      : [
          `${counted(unlike, 'observation')} came out differently on different kinds of processor: of each, one is shown. Each decision rests on the observations of one machine.`,
        ]),
  ];
}

/** A machine in a phrase. */
function machineText({ processor, cores, memory, platform, node }: Machine): string {
  return `${processor}, ${counted(cores, 'core')}, ${memory} GiB, ${platform}, Node ${node}`;
}
