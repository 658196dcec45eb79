import type { ClaimReport } from '../model/claims.ts';
import { mostTelling } from '../model/comparisons.ts';
import type { Report } from '../model/report.ts';
import { counted, interval, short } from '../wording/numbers.ts';

/** Annotations of one kind that GitHub shows of what a step prints; it drops the others. */
const MOST_ANNOTATIONS = 10;

/** Characters of a message: GitHub cuts what is far longer. */
const LONGEST_MESSAGE = 2000;

/**
 * Workflow commands by which GitHub shows refuted claims, and then undecided ones, at the lines where they are written: at most 10, a line each.
 * Where there are more such claims, the last command says how many. None for a run whose claims are supported.
 */
export function annotations({ claims }: Pick<Report, 'claims'>): string[] {
  const refuted = claims.filter(({ verdict }) => verdict === 'refuted');
  const undecided = claims.filter(({ verdict }) => verdict === 'undecided');
  const all = [...refuted, ...undecided];
  if (all.length <= MOST_ANNOTATIONS) return all.map(annotation);
  const shown = all.slice(0, MOST_ANNOTATIONS - 1);
  const left = (of: readonly ClaimReport[]) => of.filter((claim) => !shown.includes(claim)).length;
  const level = left(refuted) > 0 ? 'error' : 'warning';
  const rest = `and ${counted(left(refuted), 'more claim')} refuted, ${left(undecided)} undecided: see the report`;
  return [...shown.map(annotation), command(level, { title: 'claimcheck' }, rest)];
}

function annotation(claim: ClaimReport): string {
  const { id, verdict, title, code } = claim;
  const place = code === null ? {} : { file: code.file, line: String(code.line) };
  const named = { ...place, title: `${id} is ${verdict}` };
  return command(verdict === 'refuted' ? 'error' : 'warning', named, [title, ...reasonLines(claim)].join('\n'));
}

function reasonLines({ reasons, comparisons, counterexamples, replay }: ClaimReport): string[] {
  const [counterexample] = counterexamples;
  const shown = mostTelling(comparisons);
  const again = counterexample?.replay ?? replay;
  return [
    ...reasons.slice(0, 1),
    ...(reasons.length > 1 ? [`and ${counted(reasons.length - 1, 'more reason')}`] : []),
    ...(shown?.verdict === 'refuted'
      ? [`${shown.name}: ${short(shown.estimate)}, not in ${interval(shown.zone)}`]
      : []),
    ...(again === null ? [] : [`Replay: ${again}`]),
    ...(counterexample === undefined ? [] : [`Counterexample: ${JSON.stringify(counterexample.setting)}`]),
  ];
}

/** A workflow command. What would end the command, its properties or its line is escaped as the runner reads it. */
function command(name: 'error' | 'warning', properties: Readonly<Record<string, string>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(cut(value))}`);
  return `::${name} ${list.join(',')}::${escapeMessage(cut(message))}`;
}

const cut = (text: string) => (text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE - 1)}…` : text);

const escapeMessage = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string) => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
