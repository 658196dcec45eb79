import type { RoundMetrics } from '../../../sim/verified-retraining/vae/setting.ts';
import type { Mutant } from '../../engine/mutant.ts';
import type { World } from '../world.ts';
import type { RunSpecification } from './run-specification.ts';

/** A mutant of the retraining of generators. Such runs are expensive: a mutant says which of them need not be run. */
export interface VaeMutant extends Mutant<World> {
  /**
   * The run to carry out in place of a run of this mutant: one, of any mutant or of the paper's world, whose curve is the same bit for bit.
   * Without it every run is carried out as it is.
   */
  readonly sameAs?: (specification: RunSpecification) => RunSpecification;
  /** What this mutant makes of an observation, if its mistake lies in reading observations: its runs are then those of the paper's world. */
  readonly reads?: (observed: RoundMetrics) => RoundMetrics;
}
