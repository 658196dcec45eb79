import type { KindSchema } from '../../engine/kinds/kind-of-work.ts';
import curve from './curve.schema.json' with { type: 'json' };
import figureData from './figure-data.schema.json' with { type: 'json' };
import replication from './replication.schema.json' with { type: 'json' };

/** JSON Schemas of what this suite's kinds of work write into the evidence, made from their types by `npm run schema`. */
export const schemas: Readonly<Record<'replicatedRuns' | 'figureData', KindSchema>> = {
  replicatedRuns: { observation: curve, details: replication },
  figureData: { observation: figureData, details: null },
};
