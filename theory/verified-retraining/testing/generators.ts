/** Half-widths of windows in units of σ, from as good as a point to as good as no window. */
export const halfWidths = [1e-3, 0.3, 0.8, 1.3, 1.8, 2.8, 4, 7, 30];
/** Positions of the generator inside the window, at its edge, and far outside, where the accepted law is nearly exponential. */
export const generators = (halfWidth: number) => [0, 0.4 * halfWidth, halfWidth, -halfWidth - 1, halfWidth + 10];
