import type { Setting } from '../../theory/verified-retraining/model.ts';

/** A biased verifier of one direction, within the domains of the claims whose growth is measured. */
export const setting: Setting = {
  thetaStar: [0],
  knowledgeCenter: [0.5],
  radius: 0,
  noise: 1,
  noiseAllowance: 1.5,
  singularValues: [3],
};
