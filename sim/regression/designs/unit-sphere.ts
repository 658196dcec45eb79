import { randomRows } from './random-rows.ts';

/** i.i.d. rows uniform on the unit sphere of ℝᵖ, n_k·p of them a round. */
export const unitSphere = randomRows((stream, row) => {
  stream.fillNormal(row);
  let square = 0;
  for (let i = 0; i < row.length; i++) square += row[i]! * row[i]!;
  const norm = Math.sqrt(square);
  for (let i = 0; i < row.length; i++) row[i] = row[i]! / norm;
});
