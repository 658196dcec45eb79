import type { Design } from './design.ts';
import { orthonormalRounds } from './orthonormal.ts';

/** n_k rows along each standard basis vector e_i, which need not be a direction of X₀. */
export const standardBasis: Design = (setting, parts) => {
  const { thetaStar, knowledgeCenter, singularValues, directions } = setting;
  const dimension = thetaStar.length;
  const rounds = orthonormalRounds(
    {
      center: knowledgeCenter,
      truth: thetaStar,
      realInformation: thetaStar.map((_, i) =>
        singularValues.reduce((sum, mu, j) => sum + (mu * (directions ? directions[j]![i]! : Number(i === j))) ** 2, 0),
      ),
    },
    setting,
    parts,
  );
  if (directions === undefined) return rounds;
  // Row-major V with columns v_j: θ = V·(coordinates along the directions).
  const basis = Float64Array.from(
    { length: dimension ** 2 },
    (_, k) => directions[k % dimension]![Math.floor(k / dimension)]!,
  );
  const theta = new Float64Array(dimension);
  const toStandard = (along: Float64Array) => {
    for (let i = 0; i < dimension; i++) {
      let sum = 0;
      for (let j = 0; j < dimension; j++) sum += basis[i * dimension + j]! * along[j]!;
      theta[i] = sum;
    }
  };
  const toDirections = (along: Float64Array) => {
    for (let j = 0; j < dimension; j++) {
      let sum = 0;
      for (let i = 0; i < dimension; i++) sum += basis[i * dimension + j]! * theta[i]!;
      along[j] = sum;
    }
  };
  return {
    begin(estimate) {
      toStandard(estimate);
      rounds.begin(theta);
    },
    step(stream, kept, estimate, proposals, offset, count) {
      toStandard(estimate);
      rounds.step(stream, kept, theta, proposals, offset, count);
      toDirections(estimate);
    },
  };
};
