import { Matrix, QrDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { coordinates, type Setting } from '../../../../theory/verified-retraining/model.ts';
import { keyedStream } from '../../../random/stream.ts';
import { settingFromDesign, simulateRetraining } from '../index.ts';

const schedule = [9, 60, 300];

function settingIn(dimension: number): Setting {
  const stream = keyedStream(1, 'random rows', dimension, 0);
  const normals = () => Array.from({ length: dimension }, () => stream.normal());
  const [thetaStar, knowledgeCenter] = [normals(), normals()];
  const realDesign = Array.from({ length: 12 * dimension }, normals);
  return settingFromDesign(realDesign, { thetaStar, knowledgeCenter, radius: 0.3, noise: 1.5, noiseAllowance: 0.7 });
}

/** The round by its definition: rows one by one, a new pair for each rejected one, and a QR fit of all that were kept. */
function plainRun(setting: Setting, sphere: boolean): { estimates: number[][]; proposals: number[] } {
  const stream = keyedStream(1, 'plain', 0, 0);
  const center = coordinates(setting, setting.knowledgeCenter);
  const truth = coordinates(setting, setting.thetaStar);
  const estimates = [truth.map((t, j) => t + (setting.noise / setting.singularValues[j]!) * stream.normal())];
  const proposals = schedule.map((kept) => {
    const [rows, labels]: [number[][], number[]] = [[], []];
    let drawn = 0;
    for (; rows.length < kept * truth.length; drawn++) {
      const normals = truth.map(() => stream.normal());
      const x = sphere ? normals.map((z) => z / Math.hypot(...normals)) : normals;
      const along = (theta: readonly number[]) => x.reduce((sum, value, j) => sum + value * theta[j]!, 0);
      const label = along(estimates.at(-1)!) + setting.noise * stream.normal();
      const halfWidth = setting.radius * Math.hypot(...x) + setting.noiseAllowance;
      if (Math.abs(label - along(center)) > halfWidth) continue;
      rows.push(x);
      labels.push(label);
    }
    estimates.push(new QrDecomposition(new Matrix(rows)).solve(Matrix.columnVector(labels)).to1DArray());
    return drawn;
  });
  return { estimates, proposals };
}

describe.each(['gaussian', 'unit-sphere'] as const)('rows of the %s design', (design) => {
  test.each([1, 2, 5, 8])('in %d dimensions are drawn, verified and fitted as if one by one', (dimension) => {
    const setting = settingIn(dimension);
    const run = simulateRetraining(setting, schedule, 3, { design, stream: keyedStream(1, 'plain', 0, 0) });
    const plain = plainRun(setting, design === 'unit-sphere');
    expect([...run.proposals].filter((_, entry) => entry % dimension === 0)).toEqual(plain.proposals);
    plain.estimates.flat().forEach((value, entry) => {
      // Normal equations lose twice the digits of a QR fit: these rows have conditions below 1e3, squared 1e6.
      expect(Math.abs(run.estimates[entry]! - value)).toBeLessThan(1e6 * Number.EPSILON);
    });
  });
});
