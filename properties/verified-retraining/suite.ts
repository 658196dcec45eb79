import { glossary } from '../../theory/verified-retraining/glossary.ts';
import { statements } from '../../theory/verified-retraining/statements/index.ts';
import { drawnSettings } from '../engine/kinds/drawn-settings/kind.ts';
import { figureData } from '../engine/kinds/figure-data/kind.ts';
import { replicatedRuns } from '../engine/kinds/replicated-runs/kind.ts';
import type { Suite } from '../engine/suite.ts';
import { claims, groups } from './claims/index.ts';
import { figures } from './figure-data/index.ts';
import figureDataSchema from './figure-data/schema.json' with { type: 'json' };
import { mutants } from './mutants/index.ts';
import { quantities } from './quantities.ts';
import { summary } from './summary.ts';
import { vaeDesign } from './vae/design.ts';
import { paperWorld, type World } from './world.ts';

const here = (path: string) => new URL(path, import.meta.url).href;

/** The theory of verified synthetic retraining, its simulators and its claims. */
export const suite: Suite<World> = {
  ...summary,
  dependsOn: [here('world.ts'), here('tiers.ts')],
  statements,
  glossary,
  claims,
  groups,
  mutants,
  world: paperWorld,
  kinds: [
    drawnSettings,
    replicatedRuns(vaeDesign),
    figureData(figures, [here('figure-data/index.ts')], figureDataSchema),
  ],
  quantities,
};
