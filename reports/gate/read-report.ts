import { DataError } from '../../properties/data-error.ts';
import { type Report, reportVersion } from '../report.ts';

/**
 * Reads a report.json, as far as the gate looks at it.
 * @param name what the message calls it.
 * @throws DataError for what is no JSON, no report, or a report of another version.
 */
export function readReport(text: string, name: string): Report {
  const data = parsed(text, name);
  if (!isObject(data) || typeof data.version !== 'number') throw new DataError(`${name} is no report of claimcheck`);
  if (data.version !== reportVersion) {
    throw new DataError(
      `${name} is a report of version ${data.version}, and version ${reportVersion} is read here: make it anew with claimcheck verify`,
    );
  }
  if (!isReport(data)) throw new DataError(`${name} lacks parts of a report: make it anew with claimcheck verify`);
  return data;
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DataError(`${name} is not JSON, or was cut short`);
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isReport(data: unknown): data is Report {
  return (
    isObject(data) &&
    typeof data.seed === 'number' &&
    typeof data.tier === 'string' &&
    (data.engine === null || isObject(data.engine)) &&
    areObjects(data.digits) &&
    areObjects(data.leftOut) &&
    areObjects(data.statements) &&
    data.statements.every(isStatement) &&
    areObjects(data.claims) &&
    data.claims.every(isClaim)
  );
}

function isClaim({ id, verdict, reasons, regimes, comparisons, mutants, retraining }: Fields): boolean {
  return (
    typeof id === 'string' &&
    typeof verdict === 'string' &&
    Array.isArray(reasons) &&
    isObject(regimes) &&
    areObjects(mutants) &&
    areObjects(comparisons) &&
    comparisons.every(isComparison) &&
    (retraining === null || (isObject(retraining) && arePopulations(retraining.populations)))
  );
}

function arePopulations(data: unknown): boolean {
  return (
    areObjects(data) && data.every(({ comparisons }) => areObjects(comparisons) && comparisons.every(isComparison))
  );
}

function isComparison({ name, interval }: Fields): boolean {
  return typeof name === 'string' && (interval === null || (Array.isArray(interval) && interval.length === 2));
}

function isStatement({ reference, status }: Fields): boolean {
  return typeof reference === 'string' && typeof status === 'string';
}

function isObject(data: unknown): data is Fields {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function areObjects(data: unknown): data is readonly Fields[] {
  return Array.isArray(data) && data.every(isObject);
}
