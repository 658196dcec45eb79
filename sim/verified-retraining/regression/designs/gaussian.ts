import { randomRows } from './random-rows.ts';

/** i.i.d. rows x ~ N(0, I_p), n_k·p of them a round. */
export const gaussian = randomRows(() => {});
