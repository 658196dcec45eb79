import { createHash } from 'node:crypto';

/** A line of JSON, without its end, that carries the SHA-256 of its record's text. */
export function checkedLine(record: unknown): string {
  const text = JSON.stringify(record);
  return `{"sha256":"${sha256(text)}","record":${text}}`;
}

/** The record of a checked line; undefined when the line is torn or was harmed. */
export function recordOf(line: string): unknown {
  const [, digest, text] = /^\{"sha256":"([0-9a-f]{64})","record":(.*)\}$/.exec(line) ?? [];
  return text === undefined || sha256(text) !== digest ? undefined : JSON.parse(text);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
