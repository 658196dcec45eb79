import type { Report } from '../model/report.ts';
import type { TraceReport } from '../model/traces.ts';
import { counted } from '../wording/numbers.ts';
import { evidencePanels, SHOWN } from './evidence-panels.ts';
import { shortened } from './shortened.ts';
import type { Sketch } from './specification.ts';

/** Lines of a panel at most: more cannot be told apart. */
const LINES = 8;

/** Sequential evidence: how it grew with every observation until it was enough, a panel a claim. */
export function evidence({ traces, claims }: Report): Sketch | null {
  const grown = traces.filter(({ replicates }) => replicates.length > 0);
  if (grown.length === 0) return null;
  const order = claims.map(({ id }) => id).filter((id) => grown.some(({ claim }) => claim === id));
  const decided = (verdict: TraceReport['verdict']) => grown.filter((trace) => trace.verdict === verdict);
  const slowest = grown.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
  return {
    id: 'evidence',
    title: 'How evidence grew until it was enough',
    caption:
      'Log-evidence (of an e-value) for each side of a decision, over what that side needs, ln 1/α, against the number of observations; a panel a claim: ' +
      `its first draw, and every population of a claim about retrained generators, a line a comparison (of more than ${LINES}, those that took longest). A decision is made where a line reaches 1, whenever that is: ` +
      'looking all the time is paid for. Blue lines are for support, dashed ones for refutation. The mark at the end says what was decided. ' +
      `Shares beyond ${SHOWN.low} and ${SHOWN.high} are drawn at the edge; the courses in full are in report.json (traces).`,
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
        'draw',
        'comparison',
        'verdict',
        'observations',
        'ln e-value for support',
        'needed',
        'ln e-value for refutation',
        'needed',
      ],
      rows: grown.map(({ claim, draw, comparison, verdict, replicates, support, refute, enough }) => [
        claim,
        draw,
        comparison,
        verdict,
        replicates.at(-1) ?? null,
        support.at(-1) ?? null,
        enough.support,
        refute.at(-1) ?? null,
        enough.refute,
      ]),
    },
  };
}

const lengthOf = ({ replicates }: TraceReport) => replicates.at(-1)!;

/** What was not supported, then what took longest. */
function mostTelling(traces: readonly TraceReport[]): TraceReport[] {
  const supported = ({ verdict }: TraceReport) => (verdict === 'supported' ? 1 : 0);
  return traces.toSorted((a, b) => supported(a) - supported(b) || lengthOf(b) - lengthOf(a)).slice(0, LINES);
}
