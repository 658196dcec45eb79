import { codeTable, lineCounts } from '../coverage/code.ts';
import type { Gap } from '../coverage/gaps.ts';
import type { StatementStrength } from '../coverage/strength.ts';
import type { Report } from '../model/report.ts';
import type { StatementReport } from '../model/statements.ts';
import { count, counted, percent, short } from '../wording/numbers.ts';
import { codeText, escapeMarkdown, markdownTable } from './escape.ts';

/** The strength of the evidence for a statement and the kinds of its gaps, in a phrase. */
export function strengthText({ strength, gaps }: Pick<StatementReport, 'strength' | 'gaps'>): string {
  const kinds = [...new Set(gaps.map(({ kind }) => kind))];
  const found = kinds.length === 0 ? [] : [`gaps: ${kinds.join(', ')}`];
  return [...(strength === null ? [] : strengthParts(strength)), ...found].join('; ');
}

function strengthParts({ draws, replicates, mayFailOn, power, mutants }: StatementStrength): string[] {
  return [
    counted(draws, 'draw'),
    ...(replicates === 0 ? [] : [counted(replicates, 'replicate')]),
    ...(mayFailOn === null ? [] : [`may fail on < ${percent(mayFailOn)}`]),
    `power ${power === null ? 'not known' : `≥ 1 − ${short(1 - power)}`}`,
    `${mutants.killed}/${mutants.all} mutants`,
  ];
}

const gapTitles: Readonly<Record<Gap['kind'], string>> = {
  direct: 'Direct: without a claim',
  inherited: 'Inherited: from a claim, or from what a statement rests on',
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
      'supported with at least this probability, by the rule of its decision; it is not known where a decision has not ended. Mutants are its trial.',
  ];
}

/** Code that no claim exercises; how to find out, when it was not measured. */
export function codeSection({ code }: Report): string[] {
  const title = '## Code that no claim exercises';
  if (code === null)
    return [title, 'Not measured: `npm run claimcheck -- coverage` before a run into the same directory.'];
  const { unexercised, executable } = lineCounts(code.files);
  const { header, rows } = codeTable(code);
  const changed = code.changed.map(escapeMarkdown).join(', ');
  return [
    title,
    `${count(unexercised)} of ${counted(executable, 'line')} in functions of theory/ and sim/ ${unexercised === 1 ? 'is' : 'are'} executed by none of ${counted(code.measured.length, 'claim')}, ` +
      `on the first draw of each regime in the paper's world. ${counted(code.apart.length, 'file')} of theory/ and sim/ ${code.apart.length === 1 ? 'is' : 'are'} loaded by no verification.`,
    ...(changed === '' ? [] : [`Changed since this was measured: ${changed}.`]),
    ...(rows.length === 0 ? [] : ['<details><summary>By file</summary>', markdownTable(header, rows), '</details>']),
  ];
}
