import { codeTable, measuredText } from '../coverage/code.ts';
import type { Gap } from '../coverage/gaps.ts';
import type { StatementStrength } from '../coverage/strength.ts';
import type { Report } from '../model/report.ts';
import type { StatementReport } from '../model/statements.ts';
import { counted, percent, short } from '../wording/numbers.ts';
import { codeText, escapeMarkdown, markdownTable } from './escape.ts';

/** The strength of the evidence for a statement and the kinds of its gaps, in a phrase. */
export function strengthText({ strength, gaps }: Pick<StatementReport, 'strength' | 'gaps'>): string {
  const kinds = [...new Set(gaps.map(({ kind }) => kind))];
  const found = kinds.length === 0 ? [] : [`gaps: ${kinds.join(', ')}`];
  return [...(strength === null ? [] : strengthParts(strength)), ...found].join('; ');
}

function strengthParts({ settings, replicates, mayFailOn, power, mutants }: StatementStrength): string[] {
  return [
    counted(settings, 'setting'),
    ...(replicates === 0 ? [] : [counted(replicates, 'replicate')]),
    ...(mayFailOn === null ? [] : [`may fail on < ${percent(mayFailOn)}`]),
    `power ${power === null ? 'not known' : `≥ 1 − ${short(1 - power)}`}`,
    `${mutants.killed}/${mutants.all} mutants`,
  ];
}

const gapTitles: Readonly<Record<Gap['kind'], string>> = {
  direct: 'Direct: without a claim',
  inherited: 'Inherited: from a claim, or from a statement below',
  stale: 'Stale: changed since the evidence',
};

/** The gaps of all statements by kind, those that share a reason in one line; and what "power" means. */
export function gapSection(statements: readonly StatementReport[]): string[] {
  const kinds = Object.keys(gapTitles) as Gap['kind'][];
  const lists = kinds.flatMap((kind) => {
    const byReason = new Map<string, string[]>();
    for (const { reference, gaps } of statements)
      for (const { reason } of gaps.filter((gap) => gap.kind === kind))
        byReason.set(reason, [...(byReason.get(reason) ?? []), codeText(reference)]);
    const lines = [...byReason].map(([reason, references]) => `- ${references.join(', ')}: ${escapeMarkdown(reason)}`);
    return lines.length === 0 ? [] : [`**${gapTitles[kind]}**`, lines.join('\n')];
  });
  const covered = statements.filter(({ gaps }) => gaps.length === 0).length;
  return [
    '## Coverage of claims',
    `${covered} of ${counted(statements.length, 'statement')} covered without a gap.${lists.length === 0 ? ' There are no gaps.' : ''}`,
    ...lists,
    'Power: a claim that fails on a setting by the edge of its indifference zone, the smallest effect of interest, is kept from being called ' +
      'supported with at least this probability, by the rule of its decision; it is not known where a decision has not ended. The mutants put it to the test.',
  ];
}

/** Code that no claim exercises; how to find out, when it was not measured. */
export function codeSection({ code }: Pick<Report, 'code'>): string[] {
  const title = '## Code that no claim exercises';
  if (code === null)
    return [title, 'Not measured: `npm run claimcheck -- coverage` before a run into the same directory.'];
  const { header, rows } = codeTable(code);
  const changed = code.changed.map(escapeMarkdown).join(', ');
  return [
    title,
    escapeMarkdown(measuredText(code)),
    ...(changed === '' ? [] : [`Changed since this was measured: ${changed}.`]),
    ...(rows.length === 0 ? [] : ['<details><summary>By file</summary>', markdownTable(header, rows), '</details>']),
  ];
}
