import { mnistDirectory } from '../../sim/digits/source.ts';
import type { VerifyCommand } from '../commands/verify.ts';
import { UsageError } from '../usage.ts';
import { unfinishedHeader } from './run-header.ts';

/**
 * The command of the unfinished run in a directory, as it was given, but for what does the work, and for where MNIST is when that is said.
 * @throws UsageError when there is no such run, or it has nothing to do with MNIST.
 */
export function resumed(out: string, { workers, queue, mnist }: VerifyCommand): VerifyCommand {
  const { asked, identity } = unfinishedHeader(out);
  const digits = identity.digits.map(({ kind }) => kind);
  const onMnist = digits.includes('mnist');
  if (mnist !== undefined && !onMnist) throw new UsageError(`--mnist: the unfinished run in ${out} is not on MNIST`);
  const directory = onMnist ? (mnistDirectory(mnist) ?? asked.mnist) : undefined;
  const { mnist: _, ...rest } = asked;
  return {
    ...rest,
    out,
    workers,
    resume: out,
    digits,
    ...(queue === undefined ? {} : { queue }),
    ...(directory === undefined ? {} : { mnist: directory }),
  };
}
