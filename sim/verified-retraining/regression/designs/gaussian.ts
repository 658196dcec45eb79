import { randomRows } from './random-rows.ts';

/** Independent rows x ~ N(0, I_p), n_k·p of them a round. */
export const gaussian = randomRows(() => {});
