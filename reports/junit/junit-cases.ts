import type { ClaimReport, MutantOutcome } from '../model/claims.ts';
import { mostTelling } from '../model/comparisons.ts';
import type { CounterexampleReport } from '../model/counterexamples.ts';
import type { Report } from '../model/report.ts';
import { counterexampleTitle, refutedTexts } from '../wording/counterexamples.ts';
import { counted, interval, short } from '../wording/numbers.ts';
import { clipped, printable } from '../wording/printable.ts';

/** Counterexamples of a claim that are shown; all are in report.json. */
const MOST_SHOWN = 3;

/** Characters of a reason that a list of failures shows, of a name or property, and of a text: more than the suites' own have. */
const LONGEST_MESSAGE = 500;
const LONGEST_NAME = 2000;
const LONGEST_TEXT = 100_000;

/** A test as viewers know it. */
export interface Case {
  readonly group: string;
  readonly name: string;
  /** Working time in seconds. */
  readonly seconds: number;
  readonly properties: Readonly<Record<string, string>>;
  /** Why the case did not pass: the element's name, its type, its message on one line, and the text in it; null when it passed. */
  readonly problem: {
    readonly element: 'failure' | 'error' | 'skipped';
    readonly type: 'refuted' | 'undecided' | 'survived' | 'not tried' | 'left out' | 'in part';
    readonly message: string;
    readonly text?: string;
  } | null;
}

/** The cases of a report, claim by claim: the claim, then the mutants that it must refute; then the claims that are left out. */
export function casesOf(report: Report): Case[] {
  const leftOut = report.leftOut.map(
    ({ claim, group, excluded }): Case => ({
      group,
      name: claim,
      seconds: 0,
      properties: {},
      problem: {
        element: 'skipped',
        type: 'left out',
        message: excluded.map(({ setting, reason }) => `not said to hold on ${setting}: ${reason}`).join('; '),
      },
    }),
  );
  const titles = new Map(report.mutants.map(({ id, title }) => [id, title]));
  const ofClaim = (claim: ClaimReport) => [
    claimCase(claim, (report.times.claims[claim.id] ?? 0) / 1000),
    ...claim.mutants.map((outcome) => mutantCase(claim, outcome, titles.get(outcome.mutant) ?? outcome.mutant)),
  ];
  return [...report.claims.flatMap(ofClaim), ...leftOut].map(withinLimits);
}

function withinLimits({ name, properties, problem, ...rest }: Case): Case {
  return {
    ...rest,
    name: clipped(name, LONGEST_NAME),
    properties: Object.fromEntries(
      Object.entries(properties).map(([property, value]) => [property, clipped(value, LONGEST_NAME)]),
    ),
    problem: problem?.text === undefined ? problem : { ...problem, text: clipped(problem.text, LONGEST_TEXT) },
  };
}

function claimCase(claim: ClaimReport, seconds: number): Case {
  const { id, group, title, verdict, statements, settings, replicates, comparisons } = claim;
  const shown = mostTelling(comparisons);
  return {
    group,
    name: `${id}: ${title}`,
    seconds,
    properties: {
      claim: id,
      statements: statements.join(' '),
      verdict,
      settings: String(settings),
      replicates: String(replicates),
      ...(shown === null
        ? {}
        : {
            effect: shown.name,
            estimate: short(shown.estimate),
            interval: interval(shown.interval),
            zone: interval(shown.zone),
          }),
    },
    problem:
      verdict === 'supported'
        ? null
        : verdict === 'in part'
          ? { element: 'skipped', type: verdict, message: 'nothing contradicts what this shard decides of it' }
          : { element: verdict === 'refuted' ? 'failure' : 'error', type: verdict, ...whyNot(claim) },
  };
}

/** The first reason, which viewers show in a list, and a text with all that is known. */
function whyNot({ id, verdict, reasons, counterexamples, replay }: ClaimReport) {
  const found = counterexamples.slice(0, MOST_SHOWN).map(counterexampleText);
  const rest = counterexamples.length - found.length;
  const more = reasons.length > 1 ? `, and ${counted(reasons.length - 1, 'more reason')}` : '';
  return {
    message: clipped(printable(`${id} is ${verdict}: ${reasons[0] ?? 'no reason is given'}${more}`), LONGEST_MESSAGE),
    text: [
      ...reasons,
      ...found,
      ...(rest > 0 ? [`${counted(rest, 'more counterexample')} in report.json`] : []),
      ...(found.length === 0 && replay !== null ? [`Replay: ${replay}`] : []),
    ].join('\n'),
  };
}

function counterexampleText(counterexample: CounterexampleReport): string {
  return [
    `${counterexampleTitle(counterexample)}:`,
    JSON.stringify(counterexample.setting),
    ...refutedTexts(counterexample),
    `Replay: ${counterexample.replay}`,
  ].join('\n');
}

function mutantCase({ id, group }: ClaimReport, outcome: MutantOutcome, title: string): Case {
  const { mutant, killed, index, replicates, by } = outcome;
  return {
    group,
    name: `${id} is refuted when ${title}`,
    seconds: 0,
    properties: { claim: id, mutant, replicates: String(replicates), ...(by === null ? {} : { effect: by }) },
    problem: killed
      ? null
      : index === null
        ? { element: 'error', type: 'not tried', message: `mutant ${mutant} was not tried` }
        : { element: 'failure', type: 'survived', message: `mutant ${mutant} survived ${counted(index, 'setting')}` },
  };
}
