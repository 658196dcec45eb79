import { createSimulator, type SimulatorParts } from '../../../sim/verified-retraining/regression/index.ts';
import type { RetrainingParts } from '../../../sim/verified-retraining/vae/index.ts';
import type { Mutant } from '../../engine/mutant.ts';
import type { VaeMutant } from '../vae/mutant.ts';
import { paperWorld, type Theory, type World } from '../world.ts';

/** What a mutant is called, and where it is written. */
type Named = Pick<Mutant, 'id' | 'title' | 'module'>;

/** The paper's simulators and a theory in which some functions are replaced by wrong ones. */
export function wrongTheory({ replaced, ...named }: Named & { readonly replaced: Partial<Theory> }): Mutant<World> {
  return { ...named, part: 'theory', world: { ...paperWorld, theory: { ...paperWorld.theory, ...replaced } } };
}

/** The paper's theory and a simulator in which some parts are replaced by wrong ones. */
export function wrongSimulator({
  replaced,
  ...named
}: Named & { readonly replaced: Partial<SimulatorParts> }): Mutant<World> {
  return { ...named, part: 'simulator', world: { ...paperWorld, simulator: createSimulator(replaced) } };
}

/** A retraining loop in which some steps are replaced by wrong ones. */
export function wrongRetraining({
  replaced,
  ...named
}: Named & Pick<VaeMutant, 'sameAs'> & { readonly replaced: Partial<RetrainingParts> }): VaeMutant {
  const world: World = {
    ...paperWorld,
    retrain: async (options) =>
      (await import('../../../sim/verified-retraining/vae/index.ts')).createRetraining(replaced)(options),
  };
  return { ...named, part: 'retraining', world };
}

/** A retraining loop as the paper has it, whose observations are misread. */
export function wrongReading(named: Named & Required<Pick<VaeMutant, 'reads'>>): VaeMutant {
  return { ...named, part: 'retraining', world: paperWorld };
}
