import { isUtf8 } from 'node:buffer';
import { Ajv, type ValidateFunction } from 'ajv';
import { type EvidenceRecord, evidenceVersion } from './evidence.ts';
import { sampleSide } from './sample-side.ts';
import { schemaErrorText } from './schema/error-text.ts';
import schema from './schema/evidence.schema.json' with { type: 'json' };

/** A line that is no evidence. */
export class Flaw {
  /** What is wrong with it, as the rest of a sentence about it. It may quote the line: it is not fit for a terminal as it is. */
  readonly what: string;

  constructor(what: string) {
    this.what = what;
  }
}

/** Settings are as deep as claims make them: lists in the fields of an object. Far deeper ones would exhaust the stack of who writes them. */
const DEEPEST_SETTING = 100;

const definitions: Readonly<Record<EvidenceRecord['type'], string>> = {
  run: 'RunRecord',
  draw: 'DrawRecord',
  mutant: 'MutantRecord',
  curve: 'CurveRecord',
  illustration: 'IllustrationRecord',
  coverage: 'CoverageRecord',
};

type Validate = ValidateFunction<EvidenceRecord>;

/** A validator a type of record: one for all of them would try each type in turn. */
let validators: ReadonlyMap<unknown, Validate> | undefined;

function compileValidators(): ReadonlyMap<unknown, Validate> {
  const ajv = new Ajv({ allowUnionTypes: true }).addSchema(schema);
  return new Map(
    Object.entries(definitions).map(([type, name]) => [
      type,
      ajv.compile<EvidenceRecord>({ $ref: `${schema.$id}#/definitions/${name}` }),
    ]),
  );
}

/** The record on a line of evidence, given without its end, or what is wrong with it. */
export function parseRecord(line: Buffer): EvidenceRecord | Flaw {
  if (!isUtf8(line)) return new Flaw('is not UTF-8');
  const value = parseJson(line.toString('utf8'));
  if (value instanceof Flaw) return value;
  if (typeof value !== 'object' || value === null) return new Flaw('is no JSON object');
  const { type, version } = value as { readonly type?: unknown; readonly version?: unknown };
  validators ??= compileValidators();
  const validate = validators.get(type);
  if (validate === undefined) return new Flaw(`is of no known type (${[...validators.keys()].join(', ')})`);
  if (type === 'run' && version !== evidenceVersion) {
    const stated = typeof version === 'number' ? `evidence version ${version}` : 'no evidence version';
    return new Flaw(`is a run of ${stated}: this release reads version ${evidenceVersion}`);
  }
  if (!validate(value))
    return new Flaw(`is no ${type} record of version ${evidenceVersion}: ${schemaErrorText(validate)}`);
  if (value.type === 'draw' && !isShallow([value.setting, value.counterexample?.setting], DEEPEST_SETTING))
    return new Flaw(`has a setting that is nested more than ${DEEPEST_SETTING} deep`);
  if (value.type === 'curve' && value.samples !== undefined && sampleSide(value) === undefined)
    return new Flaw('has sample images that are not ten squares a round');
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return new Flaw(`is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((each) => isShallow(each, levels - 1));
}
