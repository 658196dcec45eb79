import { coordinates } from '../../../../theory/verified-retraining/model.ts';
import type { Design } from './design.ts';
import { orthonormalRounds } from './orthonormal.ts';

/** The block design of the paper: n_k rows along each right singular vector v_j of X₀. */
export const block: Design = (setting, parts) =>
  orthonormalRounds(
    {
      center: coordinates(setting, setting.knowledgeCenter),
      truth: coordinates(setting, setting.thetaStar),
      realInformation: setting.singularValues.map((mu) => mu * mu),
    },
    setting,
    parts,
  );
