/** The density of the standard normal at this many sd is one rounding of its maximum: e^{−reach²/2} = 2⁻⁵³. */
export const GAUSSIAN_REACH = Math.sqrt(2 * 53 * Math.LN2);
