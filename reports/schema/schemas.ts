import type { Schema } from 'ts-json-schema-generator';
import { evidenceVersion } from '../../properties/engine/evidence/evidence.ts';
import { reportVersion } from '../model/report.ts';
import { schemasFromTypes, schemaText } from './from-types.ts';

/**
 * The JSON Schemas of what any suite's run writes, as text, by path from the root of the repository. Each kind of work has schemas of its own for
 * its observations and for the details of its claims; that of the evidence leaves them open.
 */
export function schemas(): Record<string, string> {
  const schemaOf = schemasFromTypes('reports/model/report.ts', ['ObservationRecord', 'FigureDataRecord']);
  const evidence = schemaOf('EvidenceRecord');
  const report = schemaOf('Report');
  return {
    'properties/engine/evidence/schema/evidence.schema.json': schemaText(
      withVersion(evidence, { name: 'evidence', version: evidenceVersion, type: 'RunRecord' }),
    ),
    'properties/engine/kinds/replicated-runs/schema.json': schemaText({
      observation: schemaOf('CurveRecord'),
      details: schemaOf('ReplicationDescription'),
    }),
    'reports/schema/report.schema.json': schemaText(
      withVersion(report, { name: 'report', version: reportVersion, type: 'Report' }),
    ),
  };
}

/** Names a schema by its version, which the field `version` of a type must state. */
function withVersion(
  { $schema, ...rest }: Schema,
  { name, version, type }: { readonly name: string; readonly version: number; readonly type: string },
): Schema {
  const stated = rest.definitions?.[type];
  const properties = typeof stated === 'object' ? stated.properties : undefined;
  if (properties?.version === undefined) throw new RangeError(`${type} has no field 'version'`);
  properties.version = { const: version };
  return {
    ...($schema === undefined ? {} : { $schema }),
    $id: `urn:claimcheck:${name}:${version}`,
    title: `claimcheck ${name}, version ${version}`,
    ...rest,
  };
}
