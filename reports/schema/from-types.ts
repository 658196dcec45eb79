import { join } from 'node:path';
import { createGenerator, type Schema } from 'ts-json-schema-generator';

/** The root of the repository. */
export const root = join(import.meta.dirname, '..', '..');

/** Makes the JSON Schema of a type. */
export type SchemaOf = (type: string) => Schema;

/**
 * Makes JSON Schemas from the types that a module has or imports; their docstrings become descriptions. Objects are closed: what a type does not
 * describe is not allowed, as another version would describe it.
 * @param module its path from the root of the repository
 * @param open names of types whose objects may have fields that others describe
 */
export function schemasFromTypes(module: string, open: readonly string[] = []): SchemaOf {
  const generator = createGenerator({
    path: join(root, module),
    // Without the types of Node, which no evidence holds and which take longer to read than the rest.
    tsconfig: join(import.meta.dirname, 'schema.tsconfig.json'),
    additionalProperties: false,
    // `tsc` checks the types.
    skipTypeCheck: true,
  });
  return (type) => {
    const schema = generator.createSchema(type);
    for (const name of open) {
      const definition = schema.definitions?.[name];
      if (typeof definition === 'object') delete definition.additionalProperties;
    }
    return schema;
  };
}

/** A schema as the text of a file. */
export function schemaText(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
