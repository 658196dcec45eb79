import { randomRows } from './random-rows.ts';

/** Independent rows uniform on the unit sphere of ℝᵖ, n_k·p of them a round. */
export const unitSphere = randomRows((rows, count, dimension) => {
  const stride = dimension + 1;
  for (let at = 0; at < count * stride; at += stride) {
    let square = 0;
    for (let i = 0; i < dimension; i++) square += rows[at + i]! * rows[at + i]!;
    const norm = Math.sqrt(square);
    for (let i = 0; i < dimension; i++) rows[at + i] = rows[at + i]! / norm;
  }
});
