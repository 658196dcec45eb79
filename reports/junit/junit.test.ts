import { expect, test } from 'vitest';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { exampleReport, replicatedReport } from '../testing/reports.ts';
import { junitXml } from './junit.ts';
import { type Element, readXml } from './testing/xml.ts';

const report = exampleReport();
const root = readXml(junitXml(report));
const casesOf = ({ children }: Element) => children.flatMap((suite) => suite.children);
const caseOf = (name: string, within = root) => casesOf(within).find((each) => each.attributes.name === name)!;
const childOf = (element: Element, name: string) => element.children.find((each) => each.name === name);
const propertiesOf = (element: Element) =>
  Object.fromEntries(
    childOf(element, 'properties')!.children.map(({ attributes }) => [attributes.name, attributes.value]),
  );

/** Attributes and children that the schemas of Jenkins, pytest and Maven Surefire have in common, the children in their order. */
const schema: Readonly<
  Record<string, { readonly attributes: readonly string[]; readonly children: readonly string[] }>
> = {
  testsuites: { attributes: ['name', 'tests', 'failures', 'errors', 'time'], children: ['testsuite'] },
  testsuite: { attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time'], children: ['testcase'] },
  testcase: { attributes: ['classname', 'name', 'time'], children: ['properties', 'failure', 'error', 'skipped'] },
  properties: { attributes: [], children: ['property'] },
  property: { attributes: ['name', 'value'], children: [] },
  failure: { attributes: ['type', 'message'], children: [] },
  error: { attributes: ['type', 'message'], children: [] },
  skipped: { attributes: ['type', 'message'], children: [] },
};

function expectValid({ name, attributes, children }: Element): void {
  const { attributes: known, children: order } = schema[name]!;
  expect(Object.keys(attributes), name).toEqual(known);
  const places = children.map((child) => order.indexOf(child.name));
  expect(places, name).toEqual(places.toSorted());
  expect(places, name).not.toContain(-1);
  for (const child of children) expectValid(child);
}

test('every element has the attributes and children that viewers know, and the counts of suites are those of their cases', () => {
  for (const document of [root, readXml(junitXml(replicatedReport()))]) {
    expectValid(document);
    for (const element of [document, ...document.children]) {
      const cases = element === document ? casesOf(document) : element.children;
      expect(Number(element.attributes.tests)).toBe(cases.length);
      for (const [attribute, child] of [
        ['failures', 'failure'],
        ['errors', 'error'],
      ] as const)
        expect(Number(element.attributes[attribute])).toBe(cases.filter((each) => childOf(each, child)).length);
      const seconds = cases.reduce((sum, { attributes }) => sum + Number(attributes.time), 0);
      expect(Number(element.attributes.time)).toBeCloseTo(seconds, 6);
    }
  }
  expect(root.children.map(({ attributes }) => attributes.name)).toEqual(['first']);
});

test('the document and the class of each case name the theory', () => {
  expect(root.attributes.name).toBe('claimcheck: averages');
  for (const { attributes } of casesOf(root)) expect(attributes.classname).toBe('claimcheck.example.first');
});

test('a claim is a case with its id, statements, verdict and effect, and each of its mutants is one', () => {
  expect(propertiesOf(caseOf('holds: holds: a < b | c'))).toEqual({
    claim: 'holds',
    statements: 'true~1',
    verdict: 'supported',
    settings: '2',
    replicates: '2000',
    effect: 'MSE',
    estimate: '0.95',
    interval: '[0.93, 0.97]',
    zone: '[0.9, 1.1]',
  });
  expect(caseOf('holds: holds: a < b | c').attributes.time).toBe('0.031');
  expect(propertiesOf(caseOf('holds is refuted when observations are clipped'))).toMatchObject({
    claim: 'holds',
    mutant: 'clipping',
  });
  expect(casesOf(root)).toHaveLength(15);
});

test('a refuted claim is a failure with its counterexample and replay command, an undecided one an error', () => {
  const failure = childOf(caseOf('fails: fails: a < b | c'), 'failure')!;
  expect(failure.attributes).toEqual({ type: 'refuted', message: 'fails is refuted: setting 1 refuted' });
  expect(failure.text.split('\n')).toEqual([
    'setting 1 refuted',
    'Minimal counterexample of setting 1, confirmed on fresh randomness:',
    '{"note":"```"}',
    'MSE: 1.5, not in [0.9, 1.1]',
    'Replay: npm run claimcheck -- replay fails --suite example --seed 7 --tier quick --path 1:0:2',
  ]);
  expect(childOf(caseOf('stratum-missed: stratum-missed: a < b | c'), 'error')!.attributes.type).toBe('undecided');
});

test('a mutant that survived is a failure, one that was not tried an error', () => {
  const survivor = caseOf('mutant-survives is refuted when one side is open');
  expect(childOf(survivor, 'failure')!.attributes.message).toBe('mutant one-sided survived 2 settings');
  const untried = exampleReport((record) => (record.type === 'mutant' ? [] : record));
  const error = childOf(caseOf('holds is refuted when observations are clipped', readXml(junitXml(untried))), 'error')!;
  expect(error.attributes).toEqual({ type: 'not tried', message: 'mutant clipping was not tried' });
});

test('a claim that the tier leaves out is skipped, in its group', () => {
  const rises = caseOf('rises', readXml(junitXml(replicatedReport())));
  expect(rises.attributes.classname).toBe('claimcheck.example.replicated');
  const skipped = childOf(rises, 'skipped')!;
  expect(skipped.attributes.message).toBe('not said to hold on warm: nobody knows');
});

test('nothing but the times differs between runs of one seed', () => {
  const slower = exampleReport((record) => ('milliseconds' in record ? { ...record, milliseconds: 500 } : record));
  const untimed = (xml: string) => xml.replace(/ time="[\d.]+"/g, '');
  expect(junitXml(slower)).not.toBe(junitXml(report));
  expect(untimed(junitXml(slower))).toBe(untimed(junitXml(report)));
});

test('hostile text is shown as it is, but for what XML forbids', () => {
  const [hostile, shown] = ['\u0000\u001b\uD800\uFFFE', '\uFFFD'.repeat(4)].map(
    (characters) => `</testcase>]]><!--&amp;&none;"'${characters}😀<![CDATA[`,
  ) as [string, string];
  const renamed = (record: EvidenceRecord): EvidenceRecord => {
    if (record.type === 'run')
      return {
        ...record,
        claims: record.claims.map((claim) =>
          claim.id === 'fails' ? { ...claim, id: hostile, title: hostile } : claim,
        ),
      };
    return 'claim' in record && record.claim === 'fails' ? { ...record, claim: hostile } : record;
  };
  const document = readXml(junitXml(exampleReport(renamed)));
  const hit = caseOf(`${shown}: ${shown}`, document);
  expect(propertiesOf(hit).claim).toBe(shown);
  expect(childOf(hit, 'failure')!.text).toContain('replay ');
  expectValid(document);
});
