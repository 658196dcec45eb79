import { createHash } from 'node:crypto';

/** A line of JSON, without its line feed, with the SHA-256 of the text of its record. */
export function checkedLine(record: unknown): string {
  const text = JSON.stringify(record);
  return `{"sha256":"${sha256(text)}","record":${text}}`;
}

/** The record of a checked line; undefined when the line is cut short or damaged. */
export function recordOf(line: string): unknown {
  const [, digest, text] = /^\{"sha256":"([0-9a-f]{64})","record":(.*)\}$/.exec(line) ?? [];
  return text === undefined || sha256(text) !== digest ? undefined : JSON.parse(text);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
