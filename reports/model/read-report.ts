import { Ajv, type ValidateFunction } from 'ajv';
import { DataError } from '../../properties/engine/data-error.ts';
import { schemaErrorText } from '../../properties/engine/evidence/schema/error-text.ts';
import schema from '../schema/report.schema.json' with { type: 'json' };
import { type Report, reportVersion } from './report.ts';

/** Characters of a reason that a message holds. */
const LONGEST_REASON = 200;

let validator: ValidateFunction<Report> | undefined;

/**
 * The report in the text of a report.json. `origin` is where the text comes from, for messages.
 * @throws DataError when the text is no report, or a report of another version. What an older release wrote cannot be compared: the message
 * says how to make a report of this version.
 */
export function parseReport(text: string, origin: string): Report {
  const value = parseJson(text, origin);
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof version !== 'number') throw new DataError(`${origin} is no report: it states no version`);
  if (version !== reportVersion) {
    throw new DataError(
      `${origin} is a report of version ${version}, and this release reads version ${reportVersion}: ${wayOut(version)}`,
    );
  }
  validator ??= new Ajv({ allowUnionTypes: true }).compile<Report>(schema);
  if (!validator(value)) {
    const reason = schemaErrorText(validator);
    throw new DataError(`${origin} is no report of version ${reportVersion}: ${reason.slice(0, LONGEST_REASON)}`);
  }
  return value;
}

/** The release that wrote an older report cannot write one of this version, wherever it is checked out. */
function wayOut(version: number): string {
  return version > reportVersion
    ? 'a later release wrote it, and that release reads it'
    : 'verify once with this release (npm run verify) and keep its report.json as the new baseline';
}

function parseJson(text: string, origin: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new DataError(`${origin} is no report: it is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}
