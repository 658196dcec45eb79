import type { Report } from '../model/report.ts';
import type { TraceReport } from '../model/traces.ts';
import { counted } from '../wording/numbers.ts';
import { evidencePanels, SHOWN } from './evidence-panels.ts';
import { shortened } from './shortened.ts';
import type { FigureSpecification } from './specification.ts';

/** Lines of a panel at most: a reader cannot tell more lines apart. */
const MOST_LINES = 8;

/** Sequential evidence: how it grew with every observation up to its threshold, a panel for each claim. */
export function evidence({ traces, claims }: Report): FigureSpecification | null {
  const grown = traces.filter(({ replicates }) => replicates.length > 0);
  if (grown.length === 0) return null;
  const order = claims.map(({ id }) => id).filter((id) => grown.some(({ claim }) => claim === id));
  const decided = (verdict: TraceReport['verdict']) => grown.filter((trace) => trace.verdict === verdict);
  const slowest = grown.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
  return {
    id: 'evidence',
    title: 'How evidence grew to its threshold',
    caption:
      'Log-evidence (of an e-value) for each side of a decision, over the threshold of that side, ln 1/α, against the number of observations. A panel for each claim shows ' +
      `its first setting, or every population of a replicated claim, a line for each comparison (of more than ${MOST_LINES}, those that took longest). A decision is made where a line reaches 1, whenever that is: ` +
      'the error probabilities allow for a look after every observation. Blue lines are for support, dashed ones for refutation. The mark at the end says what was decided. ' +
      `Shares beyond ${SHOWN.low} and ${SHOWN.high} are drawn at the edge; report.json has all of them (traces).`,
    pictures: [
      {
        spec: evidencePanels(
          order.flatMap((id) => mostTelling(grown.filter(({ claim }) => claim === id))),
          order,
        ),
        alternative:
          `${counted(grown.length, 'comparison')} of ${counted(order.length, 'claim')}: ${decided('supported').length} supported, ` +
          `${decided('refuted').length} refuted, ${decided('undecided').length} undecided. The longest took ${counted(lengthOf(slowest), 'observation')} ` +
          `(${shortened(slowest.claim, 40)}, ${shortened(slowest.comparison, 40)}).` +
          decided('refuted')
            .slice(0, 5)
            .map(({ claim, comparison }) => ` Refuted: ${shortened(claim, 40)}, ${shortened(comparison, 40)}.`)
            .join(''),
      },
    ],
    data: {
      header: [
        'claim',
        'setting',
        'comparison',
        'verdict',
        'observations',
        'ln e-value for support',
        'threshold',
        'ln e-value for refutation',
        'threshold',
      ],
      rows: grown.map(({ claim, index, comparison, verdict, replicates, support, refute, threshold }) => [
        claim,
        index,
        comparison,
        verdict,
        replicates.at(-1) ?? null,
        support.at(-1) ?? null,
        threshold.support,
        refute.at(-1) ?? null,
        threshold.refute,
      ]),
    },
  };
}

const lengthOf = ({ replicates }: TraceReport) => replicates.at(-1)!;

/** The comparisons that were not supported, then those that took longest. */
function mostTelling(traces: readonly TraceReport[]): TraceReport[] {
  const supported = ({ verdict }: TraceReport) => (verdict === 'supported' ? 1 : 0);
  return traces.toSorted((a, b) => supported(a) - supported(b) || lengthOf(b) - lengthOf(a)).slice(0, MOST_LINES);
}
