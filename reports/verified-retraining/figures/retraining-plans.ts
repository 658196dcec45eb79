import type { Arm } from '../../../properties/verified-retraining/vae/arm-text.ts';
import type { CurvePoint, CurveSummary } from '../../model/curves.ts';
import { isBiased, isPlain } from '../arms.ts';

/** A curve of this paper, whose arm is a way to retrain. */
export type RetrainingCurve = CurveSummary & { readonly arm: Arm };

/** A line of a panel: one metric of one arm. */
interface Line {
  readonly name: string;
  readonly points: readonly CurvePoint[];
}

/** What a panel shows. */
export interface PanelPlan {
  readonly title: string;
  readonly axis: string;
  readonly lines: readonly Line[];
  /** What real digits would have; null where there is no such value. */
  readonly real: number | null;
}

/** What the panels of one population show; some have no lines. */
export function plansOf(curves: readonly RetrainingCurve[], floor: number | null): PanelPlan[] {
  const upright = curves.filter(({ arm }) => !isBiased(arm));
  const biased = curves.filter(({ arm }) => isBiased(arm));
  const least = Math.min(...upright.filter(({ arm }) => arm.verifier !== undefined).map(({ arm }) => arm.keep));
  const plain = upright.filter(({ arm }) => isPlain(arm) && (arm.verifier === undefined || arm.keep === least));
  // The ways to verify are shown only where there is another one than the plain one.
  const allKnowing = upright.filter(({ arm }) => arm.verifier?.real.count === undefined);
  const ways = allKnowing.every((curve) => plain.includes(curve)) ? [] : allKnowing;
  const distance = 'Fréchet distance to real digits';
  return [
    { title: 'What the verifier knows', axis: distance, lines: linesOf(plain, 'frechet'), real: floor },
    {
      title: 'A verifier with distorted knowledge',
      axis: 'Fréchet distance',
      lines: referenceLines(biased),
      real: floor,
    },
    {
      title: 'Diversity within a class',
      axis: 'class variance / that of real digits',
      lines: linesOf([...plain, ...biased], 'classVariance'),
      real: 1,
    },
    {
      title: 'Evidence bound of real digits',
      axis: '−ELBO in nats',
      lines: linesOf([...plain, ...biased], 'negativeElbo'),
      real: null,
    },
    { title: 'How the verifier is used', axis: distance, lines: linesOf(ways, 'frechet'), real: floor },
  ];
}

const linesOf = (curves: readonly RetrainingCurve[], metric: string): Line[] =>
  curves.flatMap(({ armText, metrics: { [metric]: points } }) =>
    points === undefined ? [] : [{ name: armText, points }],
  );

const referenceLines = (curves: readonly RetrainingCurve[]): Line[] => [
  ...linesOf(curves, 'frechet'),
  ...linesOf(curves, 'frechetToReference').map(({ name, points }) => ({
    name: `to the verifier’s reference: ${name}`,
    points,
  })),
];
