import { describe, expect, it } from 'vitest';
import { truncatedNormalCumulants } from '../../../../theory/verified-retraining/truncated-normal.ts';
import { cumulantBounds } from './transfer-accuracy.ts';

describe('cumulantBounds', () => {
  it('bound the fourth and fifth cumulants of an accepted label wherever the generator stands', () => {
    for (const halfWidth of [0.1, 0.5, 1, 2, 4]) {
      const bounds = cumulantBounds({ center: 0, halfWidth, noise: 1 });
      for (let u = 0; u <= halfWidth + 8; u += 0.05) {
        const cumulants = truncatedNormalCumulants(-halfWidth - u, halfWidth - u);
        expect(Math.abs(cumulants[3])).toBeLessThanOrEqual(bounds.fourth);
        expect(Math.abs(cumulants[4])).toBeLessThanOrEqual(bounds.fifth);
      }
    }
  });
});
