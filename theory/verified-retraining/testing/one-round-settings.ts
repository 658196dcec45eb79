import type { Setting } from '../model.ts';

/** Two directions, both biased. */
export const biased: Setting = {
  thetaStar: [0.3, -1.2],
  knowledgeCenter: [0.7, -1.1],
  radius: 0.4,
  noise: 0.8,
  noiseAllowance: 0.5,
  singularValues: [9, 4],
};

/** One direction with σ = 1, as in the reference cell of the paper's §5. @param information μ², in x². */
export const cell = (information: number): Setting => ({
  thetaStar: [0],
  knowledgeCenter: [0.3],
  radius: 0.5,
  noise: 1,
  noiseAllowance: Math.sqrt(2 / Math.PI),
  singularValues: [Math.sqrt(information)],
});
