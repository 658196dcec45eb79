import type { DigitsKind } from '../../../sim/digits/digits.ts';
import { openDigits } from '../../../sim/digits/source.ts';
import type { Engine } from '../../../sim/networks/engine.ts';
import { openEngine } from '../../../sim/networks/engines/index.ts';
import { realFloor } from '../../../sim/verified-retraining/vae/index.ts';
import type { Backend, ReplicatedRun } from '../../engine/kinds/replicated-runs/design.ts';
import type { SuiteOptions } from '../../engine/suite-content.ts';
import type { World } from '../world.ts';
import type { VaePopulation } from './population.ts';
import type { RunSpecification } from './run-specification.ts';
import { settings } from './settings.ts';

/** What generators are retrained with: the engine of their networks, and kinds of digits. */
export type VaeConfiguration = Readonly<{ engine: Engine['name']; digits: readonly DigitsKind[] }>;

/**
 * Opens an engine and the digits, on which generators are retrained.
 * @param worldOf the world of a mutant; of null the paper's.
 * @throws DataError when the digits cannot be had.
 */
export async function openVaeBackend(
  configuration: VaeConfiguration,
  { mnist }: SuiteOptions,
  worldOf: (mutant: string | null) => World,
): Promise<Backend> {
  const sources = configuration.digits.map((kind) => openDigits(kind, { directory: mnist }));
  const engine = await openEngine(configuration.engine);
  return {
    description: {
      name: engine.name,
      description: engine.description,
      data: sources.map((source) => {
        const { kind: id, provenance, digest } = source;
        return { id, provenance, digest, floor: realFloor(source, { side: settings.warm.side }) };
      }),
      options: ['--engine', engine.name, ...(configuration.digits.includes('mnist') ? ['--mnist', 'DIR'] : [])],
    },
    run(asked, checkpoint) {
      const { population, mutant, ...run } = asked as ReplicatedRun<RunSpecification['arm'], VaePopulation>;
      const digits = sources.find((source) => source.kind === population.digits)!;
      const setting = settings[population.setting];
      return worldOf(mutant).retrain({ ...run, engine, digits, setting, checkpoint });
    },
  };
}
