import { resumeCommand } from '../../properties/engine/command.ts';
import { OutputError } from '../../properties/engine/output-error.ts';
import { WorkerDeath } from '../../properties/engine/pool/threads.ts';
import { QueueFailure } from '../../properties/engine/queue/queue-failure.ts';
import { exitCodes } from '../usage.ts';
import { EndedEarly } from './ended-early.ts';

/** The error of a run that ended before its report was written. Its message says how to resume the run. */
export function resumable(error: unknown, out: string): unknown {
  const expected = [EndedEarly, OutputError, QueueFailure, WorkerDeath].some((known) => error instanceof known);
  if (!(expected && error instanceof Error)) return error;
  const exitCode = error instanceof EndedEarly ? error.exitCode : exitCodes.internal;
  return new EndedEarly(`${error.message}; what is done is kept, and ${resumeCommand(out)} resumes it`, exitCode);
}
