import type { Setting } from '../theory/verified-retraining/model.ts';

/** A generator at the truth, whose labels are verified within ± halfWidth·σ of it; every μ_j is `singularValue`. */
export function settingAtTruth(dimension: number, halfWidth: number, singularValue: number): Setting {
  const zeros = new Array<number>(dimension).fill(0);
  return {
    thetaStar: zeros,
    knowledgeCenter: zeros,
    radius: 0,
    noise: 1,
    noiseAllowance: halfWidth,
    singularValues: zeros.map(() => singularValue),
  };
}
