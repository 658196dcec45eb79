import { join } from 'node:path';
import { createGenerator, type Schema } from 'ts-json-schema-generator';
import { evidenceVersion } from '../../properties/engine/evidence/evidence.ts';
import { reportVersion } from '../model/report-version.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * The JSON Schemas of what a run writes, as text, by path from the root of the repository. They are made from the types, whose docstrings
 * become descriptions. A version of a layout is closed: what is not described is not allowed, as another version would describe it.
 */
export function schemas(): Record<string, string> {
  const generator = createGenerator({
    path: join(root, 'reports', 'report.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    additionalProperties: false,
    // The compiler checks the types anyway, and takes longer than the rest.
    skipTypeCheck: true,
  });
  const schemaOf = (type: string, name: string, version: number, versioned = type) =>
    `${JSON.stringify(withVersion(generator.createSchema(type), name, version, versioned), null, 2)}\n`;
  return {
    'properties/evidence/schema/evidence.schema.json': schemaOf(
      'EvidenceRecord',
      'evidence',
      evidenceVersion,
      'RunRecord',
    ),
    'reports/schema/report.schema.json': schemaOf('Report', 'report', reportVersion),
  };
}

/** Names a schema by its version, which the field `version` of one of its types must state. */
function withVersion({ $schema, ...rest }: Schema, name: string, version: number, versioned: string): Schema {
  const stated = rest.definitions?.[versioned];
  const properties = typeof stated === 'object' ? stated.properties : undefined;
  if (properties?.version === undefined) throw new RangeError(`${versioned} has no field 'version'`);
  properties.version = { const: version };
  return {
    ...($schema === undefined ? {} : { $schema }),
    $id: `urn:claimcheck:${name}:${version}`,
    title: `claimcheck ${name}, version ${version}`,
    ...rest,
  };
}
