import { describe, expect, test } from 'vitest';
import type { EvidenceRecord } from '../properties/engine/evidence/evidence.ts';
import { Flaw, recordParser } from '../properties/engine/evidence/parse-record.ts';
import evidenceSchema from '../properties/engine/evidence/schema/evidence.schema.json' with { type: 'json' };
import { parseReport } from './model/read-report.ts';
import { outputsOf } from './outputs.ts';
import { terminalReport } from './terminal/terminal.ts';
import { exampleEvidence } from './testing/evidence.ts';
import { hostile } from './testing/hostile.ts';
import { mixedEvidence } from './testing/replicated.ts';
import { exampleReports, reportOf } from './testing/reports.ts';
import { exampleKinds, exampleStatements } from './testing/suite.ts';
import { controls } from './wording/printable.ts';

const MEGABYTE = 2 ** 20;

const evidence = mixedEvidence(exampleEvidence);

const parseRecord = recordParser(exampleKinds);

/** Words of the layout: a record with other words in their places is not read. */
const layout = new Set<unknown>(exampleKinds.map(({ id }) => id));
JSON.parse(JSON.stringify([evidenceSchema, exampleKinds.map(({ schema }) => schema)]), (key, value: unknown) => {
  if (key === 'const') layout.add(value);
  if (key === 'enum' && Array.isArray(value)) for (const each of value) layout.add(each);
  return value;
});

/** The evidence with a text in front of chosen texts of its own, and everything that is made of the evidence. */
async function everything(poison: string, isChosen = (text: string) => !layout.has(text)) {
  const poisoned = (key: string, value: unknown) =>
    typeof value === 'string' && key !== 'samples' && isChosen(value) ? poison + value : value;
  const records: readonly EvidenceRecord[] = JSON.parse(JSON.stringify(evidence), poisoned);
  const [run] = records.filter((record) => record.type === 'run');
  const statements = exampleStatements.map((each) =>
    isChosen(`${each.id}~1`) ? { ...each, id: poison + each.id } : each,
  );
  const report = { ...reportOf(records, { id: run!.suite.id, statements }), notes: [`${poison}note`] };
  const files = Object.entries(await outputsOf(report, records, { directory: 'out', reports: exampleReports })).flatMap(
    ([name, content]) => (content instanceof Uint8Array ? [] : [[name, [...content].join('')] as const]),
  );
  const texts = new Map([...files, ['terminal', terminalReport(report, 'out', false)]]);
  return {
    records,
    report,
    textOf: (name: string) => texts.get(name)!,
    texts,
    colored: terminalReport(report, 'out', true),
  };
}

/** What colors a text in a terminal, and ends the color. */
const colors = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`);

/** What is not text in Markdown: a hostile text would change it. */
function structureOf(markdown: string) {
  const open = markdown
    .replace(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, 'BLOCK')
    // Markdown means nothing in an element that begins a line.
    .replace(/(?<=<summary>)[^<]*(<code>)[^<]*(<\/code>)[^<]*(?=<\/summary>)/g, '$1$2');
  return {
    blocks: open.split('BLOCK').length,
    // The first heading ends with a text: the title of the theory.
    headings: open.match(/^#+ .*$/gm)?.map((heading) => heading.replace(/^# claimcheck report: .*/, '#')),
    tables: open
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split(/(?<!\\)\|/).length),
    tags: open.match(/<[^>]*>/g),
    links: open.match(/(?<!\\)\]\(/g),
    lines: open.split('\n').length,
    math: open.match(/(?<!\\)\$/g),
  };
}

const harmless = await everything('harmless ');

describe.each(Object.entries(hostile))('%s in every text of the evidence', async (_, poison) => {
  const made = await everything(poison);

  test('is evidence like any other', () => {
    for (const record of made.records)
      expect(parseRecord(Buffer.from(JSON.stringify(record)))).not.toBeInstanceOf(Flaw);
  });

  test('reaches no output as a control', () => {
    expect([...made.texts.keys()]).toEqual(
      expect.arrayContaining(['report.md', 'report.json', 'report.html', 'evidence.jsonl']),
    );
    // In markup all white space is the same.
    const layoutOf = (name: string) => (/ml$/.test(name) ? /\s/g : /\n/g);
    for (const [name, text] of made.texts) expect(controls.exec(text.replace(layoutOf(name), '')), name).toBeNull();
    const uncolored = made.colored.replaceAll('\n', '').split(colors).join('');
    expect(controls.exec(uncolored)).toBeNull();
  });

  test('is in the files for machines as it was', () => {
    const { report, records, textOf } = made;
    expect(parseReport(textOf('report.json'), 'report.json')).toEqual(JSON.parse(JSON.stringify(report)));
    const lines = textOf('evidence.jsonl').trimEnd().split('\n');
    expect(lines.map((line) => parseRecord(Buffer.from(line)))).toEqual(JSON.parse(JSON.stringify(records)));
  });

  test('changes nothing in the files for people but texts', () => {
    expect(structureOf(made.textOf('report.md'))).toEqual(structureOf(harmless.textOf('report.md')));
    const lines = (text: string) => text.split('\n').length;
    expect(lines(made.textOf('terminal'))).toBe(lines(harmless.textOf('terminal')));
    const scripts = (text: string) => text.match(/<script|<img src=x|<!--/g)!.length;
    expect(scripts(made.textOf('report.html'))).toBe(scripts(harmless.textOf('report.html')));
  });
});

test.each([
  ['letters', 'x'],
  ['backticks', '` '],
])('an id, a title and a setting of a megabyte of %s leave the outputs as small as they must be', async (_, unit) => {
  const long = unit.repeat(MEGABYTE / unit.length);
  const made = await everything(long, (text) => ['fails', 'fails: a < b | c', '```'].includes(text));
  expect(made.textOf('evidence.jsonl').length).toBeGreaterThan(MEGABYTE);
  const { headings } = structureOf(made.textOf('report.md'));
  expect(headings).toEqual(structureOf(harmless.textOf('report.md')).headings);
  expect(made.textOf('report.md').length).toBeLessThan(MEGABYTE);
  expect(made.textOf('report.html').length).toBeLessThan(3 * MEGABYTE);
  expect(made.textOf('junit.xml').length).toBeLessThan(MEGABYTE);
  expect(made.textOf('terminal').length).toBeLessThan(0.1 * MEGABYTE);
});
