import { schemasFromTypes, schemaText } from '../../schema/from-types.ts';

/** The JSON Schemas of what only runs of this paper write, as text, by path from the root of the repository. */
export function schemas(): Record<string, string> {
  const schemaOf = schemasFromTypes('properties/verified-retraining/figure-data/record.ts');
  const observation = schemaOf('VerifiedRetrainingFigureData');
  return { 'properties/verified-retraining/figure-data/schema.json': schemaText({ observation, details: null }) };
}
