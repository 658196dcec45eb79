import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { Report } from '../model/report.ts';
import { showable } from '../wording/showable.ts';
import { type Case, casesOf } from './junit-cases.ts';

/**
 * junit.xml: a test suite for each group of claims; for each claim a case, and one more for each mutant that it must refute. A refuted claim is a
 * failure, and so is a mutant that survived. An undecided claim is an error, and so is a mutant that was not tried: such tests came to no
 * verdict, and viewers show them as failed. A claim that the tier leaves out is skipped.
 *
 * Properties lie in the case, as pytest and most viewers have it. Times are working seconds, those of a claim with its mutants. There is no time
 * of day, so that the same evidence gives the same file. Characters that XML forbids, and controls, are U+FFFD.
 */
export function junitXml(report: Report): string {
  const cases = casesOf(report);
  const document = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' });
  // The schemas of viewers know no count of skipped cases here.
  const { skipped: _, ...all } = totals(cases);
  const root = document.ele('testsuites', { name: literal(`claimcheck: ${report.suite.title}`), ...all });
  for (const group of new Set(cases.map((each) => each.group))) {
    const here = cases.filter((each) => each.group === group);
    const suite = root.ele('testsuite', { name: literal(group), ...totals(here) });
    for (const each of here) addCase(suite, report.suite.id, each);
  }
  return `${document.end({ prettyPrint: true })}\n`;
}

function totals(cases: readonly Case[]) {
  const having = (element: string) => String(cases.filter(({ problem }) => problem?.element === element).length);
  return {
    tests: String(cases.length),
    failures: having('failure'),
    errors: having('error'),
    skipped: having('skipped'),
    time: secondsText(cases.reduce((sum, { seconds }) => sum + seconds, 0)),
  };
}

function addCase(suite: XMLBuilder, theory: string, { group, name, seconds, properties, problem }: Case): void {
  const element = suite.ele('testcase', {
    classname: literal(`claimcheck.${theory}.${group}`),
    name: literal(name),
    time: secondsText(seconds),
  });
  const entries = Object.entries(properties);
  if (entries.length > 0) {
    const list = element.ele('properties');
    for (const [name, value] of entries) list.ele('property', { name, value: literal(value) });
  }
  if (problem === null) return;
  const { element: kind, type, message, text } = problem;
  const why = element.ele(kind, { type, message: literal(message) });
  if (text !== undefined) why.txt(literal(text));
}

/** A text for xmlbuilder2, which would leave what looks like an entity as it is. */
function literal(text: string): string {
  return showable(text).replaceAll('&', '&amp;');
}

/** To the millisecond. */
function secondsText(seconds: number): string {
  return seconds.toFixed(3);
}
