import { isUtf8 } from 'node:buffer';
import { Ajv, type ValidateFunction } from 'ajv';
import type { KindOfWork } from '../kinds/kind-of-work.ts';
import { type EvidenceRecord, evidenceVersion } from './evidence.ts';
import { schemaErrorText } from './schema/error-text.ts';
import schema from './schema/evidence.schema.json' with { type: 'json' };

/** What is wrong with a line that is no evidence. */
export class Flaw {
  /** The rest of a sentence about the line. It may quote the line: escape it before it goes to a terminal. */
  readonly what: string;

  constructor(what: string) {
    this.what = what;
  }
}

/** Deepest nesting of a setting. Claims make settings of a few levels; far deeper ones would exhaust the stack when they are written. */
const DEEPEST_SETTING = 100;

const definitions: Readonly<Record<EvidenceRecord['type'], string>> = {
  run: 'RunRecord',
  decision: 'DecisionRecord',
  mutant: 'MutantRecord',
  observation: 'ObservationRecord',
  coverage: 'CoverageRecord',
};

type Validate = ValidateFunction<EvidenceRecord>;

/** A validator for each type of record: one for all types would try each type in turn. */
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

/** Reads the record on a line of evidence, given without its end, or what is wrong with the line. */
export type RecordParser = (line: Buffer) => EvidenceRecord | Flaw;

/** A parser of the evidence of a suite. What its kinds of work write must match their own schemas. */
export function recordParser(kinds: readonly KindOfWork[]): RecordParser {
  validators ??= compileValidators();
  const known = validators;
  const flawOfKind = flawsOfKinds(kinds);
  return (line) => {
    if (!isUtf8(line)) return new Flaw('is not UTF-8');
    const value = parseJson(line.toString('utf8'));
    if (value instanceof Flaw) return value;
    if (typeof value !== 'object' || value === null) return new Flaw('is no JSON object');
    const { type, version } = value as { readonly type?: unknown; readonly version?: unknown };
    // Before the type is read: records of older versions have other types.
    if (type === 'run' && version !== evidenceVersion) {
      const stated = typeof version === 'number' ? `evidence version ${version}` : 'no evidence version';
      return new Flaw(
        `is a run of ${stated}: this release reads version ${evidenceVersion}, and \`claimcheck verify\` makes the evidence anew`,
      );
    }
    const validate = known.get(type);
    if (validate === undefined) return new Flaw(`is of no known type (${[...known.keys()].join(', ')})`);
    if (!validate(value))
      return new Flaw(`is no ${type} record of version ${evidenceVersion}: ${schemaErrorText(validate)}`);
    if (value.type === 'decision' && !isShallow([value.setting, value.counterexample?.setting], DEEPEST_SETTING))
      return new Flaw(`has a setting that is nested more than ${DEEPEST_SETTING} deep`);
    const flaw = flawOfKind(value);
    return flaw === undefined ? value : new Flaw(flaw);
  };
}

/** The validators of what a kind of work writes. Compiling takes longer than reading many a file: it is done once for each kind. */
interface KindValidators {
  readonly observation: ValidateFunction | null;
  readonly details: ValidateFunction | null;
}

const validatorsOfKinds = new WeakMap<KindOfWork['schema'], KindValidators>();

function validatorsOf({ schema }: KindOfWork): KindValidators {
  const known = validatorsOfKinds.get(schema);
  if (known !== undefined) return known;
  const compile = (part: object | null) => (part === null ? null : new Ajv({ allowUnionTypes: true }).compile(part));
  const compiled = { observation: compile(schema.observation), details: compile(schema.details) };
  validatorsOfKinds.set(schema, compiled);
  return compiled;
}

/** A function that says, as the rest of a sentence, what is wrong with the part of a record that a kind of work has written. */
function flawsOfKinds(kinds: readonly KindOfWork[]): (record: EvidenceRecord) => string | undefined {
  const compiled = new Map(kinds.map((kind) => [kind.id, { layout: kind.observations, ...validatorsOf(kind) }]));
  const ids = [...compiled.keys()].join(', ');
  const wrong = (validate: ValidateFunction | null | undefined, data: unknown, what: string) =>
    !validate || validate(data) ? undefined : `${what}: ${schemaErrorText(validate)}`;
  return (record) => {
    if (record.type === 'run') {
      for (const { id, work, details } of record.claims) {
        const kind = compiled.get(work);
        if (kind === undefined) return `has a claim '${id}' that no known kind of work decides (${ids})`;
        const what = `has a claim '${id}' with details that no ${work} have`;
        const flaw = kind.details === null && details !== null ? what : wrong(kind.details, details, what);
        if (flaw !== undefined) return flaw;
      }
    }
    if (record.type !== 'observation') return undefined;
    const kind = compiled.get(record.kind);
    if (!kind?.observation) return `is an observation of no known kind of work (${ids})`;
    return wrong(kind.observation, record, `is no observation of ${record.kind}`) ?? kind.layout?.flawOf(record);
  };
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
