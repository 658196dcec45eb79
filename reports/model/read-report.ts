import { Ajv, type ValidateFunction } from 'ajv';
import { DataError } from '../../properties/engine/data-error.ts';
import { schemaErrorText } from '../../properties/engine/evidence/schema/error-text.ts';
import schema from '../schema/report.schema.json' with { type: 'json' };
import type { Report } from './report.ts';
import { reportVersion } from './report-version.ts';

/** Characters of a reason that are told. */
const LONGEST_REASON = 200;

let validator: ValidateFunction<Report> | undefined;

/**
 * The report in the text of a report.json. `origin` is where the text comes from, for messages.
 * @throws DataError when it is no report, or one of another version, which this release cannot read.
 */
export function parseReport(text: string, origin: string): Report {
  const value = parseJson(text, origin);
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof version !== 'number') throw new DataError(`${origin} is no report: it states no version`);
  if (version !== reportVersion) {
    throw new DataError(
      `${origin} is a report of version ${version}, and this release reads version ${reportVersion}: make it again with this release`,
    );
  }
  validator ??= new Ajv({ allowUnionTypes: true }).compile<Report>(schema);
  if (!validator(value)) {
    const reason = schemaErrorText(validator);
    throw new DataError(`${origin} is no report of version ${reportVersion}: ${reason.slice(0, LONGEST_REASON)}`);
  }
  return value;
}

function parseJson(text: string, origin: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new DataError(`${origin} is no report: it is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}
