import erfcx from '@stdlib/math-base-special-erfcx';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { logScaleIntegral } from './scale-integral.ts';

const tilt = fc.double({ min: -60, max: 60, noNaN: true });

/** Rounding of the logarithm, which is as large as n log n and c²: 2⁻⁴⁶ of that is 64 units in the last place. */
const rounding = (count: number, c: number) => 2 ** -46 * (1 + count * Math.log(count + 1) + c * c);

it('is √(π/2) erfcx(−c/√2) at n = 1', () => {
  fc.assert(
    // Beyond 26, erfcx overflows.
    fc.property(fc.double({ min: -60, max: 26, noNaN: true }), (c) => {
      const exact = Math.log(Math.sqrt(Math.PI / 2) * erfcx(-c / Math.SQRT2));
      expect(Math.abs(logScaleIntegral(1, c) - exact)).toBeLessThan(rounding(1, c));
    }),
  );
});

it('obeys I(n + 2) = c I(n + 1) + n I(n), integration by parts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), tilt, (n, c) => {
      const [here, next, last] = [0, 1, 2].map((more) => logScaleIntegral(n + more, c)) as [number, number, number];
      // Positive terms alone on either side, as shares of the larger one: for c < 0 the middle term changes sides.
      const middle = Math.abs(c) * Math.exp(next - (c < 0 ? here : last));
      const residual = c < 0 ? (Math.exp(last - here) + middle) / n - 1 : middle + n * Math.exp(here - last) - 1;
      expect(Math.abs(residual)).toBeLessThan(4 * rounding(n, c));
    }),
  );
});

it('is refused without an observation, and is NaN for a tilt of NaN', () => {
  expect(() => logScaleIntegral(0, 1)).toThrow('scale integral of 0 observations');
  expect(logScaleIntegral(3, Number.NaN)).toBeNaN();
});
