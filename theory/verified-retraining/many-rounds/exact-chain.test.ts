import { expect, test } from 'vitest';
import { gaussLegendre } from '../../numerics/gauss-legendre.ts';
import { transfer } from '../transfer-map.ts';
import { ExactChain } from './exact-chain.ts';

function meanSquares(chain: ExactChain, start: number, deviation: number, schedule: readonly number[]): number[] {
  let law: Float64Array = new Float64Array(0);
  return schedule.map((kept, round) => {
    law = round === 0 ? chain.start(start, deviation, kept) : chain.step(law, kept);
    return chain.moments(law).meanSquare;
  });
}

/** E u_2² from u_0 = start by brute force: the kept-fold product rule of the first round, T and m₂ for the second. */
function secondRound(halfWidth: number, start: number, kept: number): number {
  const window = { center: 0, halfWidth, noise: 1 };
  const { nodes, weights } = gaussLegendre(32);
  const labels = Array.from(nodes, (node) => halfWidth * node);
  const masses = labels.map((y, i) => weights[i]! * Math.exp(-((y - start) ** 2) / 2));
  const mass = masses.reduce((sum, value) => sum + value, 0);
  const over = (left: number, total: number): number => {
    if (left > 0) return labels.reduce((sum, y, i) => sum + (masses[i]! / mass) * over(left - 1, total + y), 0);
    const { value, variance } = transfer(window, total / kept);
    return value ** 2 + variance / kept;
  };
  return over(kept, 0);
}

test('with one, two and three accepted a round, two rounds are those of the brute-force convolution', () => {
  for (const halfWidth of [0.8, 1.8, 4]) {
    const chain = new ExactChain(halfWidth);
    for (const start of [0, 0.7 * halfWidth, -halfWidth - 0.5]) {
      for (const kept of [1, 2, 3]) {
        // A start 1e-7 wide stands in for a point: the difference is of the order of its square, 1e-14.
        const [, second] = meanSquares(chain, start, 1e-7, [kept, kept]) as [number, number];
        expect(Math.abs(second - secondRound(halfWidth, start, kept))).toBeLessThan(1e-10);
      }
    }
  }
});

test('twice the nodes change no entry of 40 rounds by 1e-10, for any window and any n', () => {
  for (const halfWidth of [0.05, 0.85, 1.8, 2.8, 4, 7, 30]) {
    const chain = new ExactChain(halfWidth);
    const finer = new ExactChain(halfWidth, halfWidth, chain.nodes.length);
    for (const kept of halfWidth === 30 ? [10, 1e6] : [1, 2, 10, 200, 1e6]) {
      for (const [start, deviation] of [
        [0, 0.05],
        [0.4 * halfWidth, 0.02],
        [halfWidth + 2, 1],
      ] as const) {
        const schedule = new Array(40).fill(kept);
        const exact = meanSquares(finer, start, deviation, schedule);
        const errors = meanSquares(chain, start, deviation, schedule).map((value, k) => Math.abs(value - exact[k]!));
        expect(Math.max(...errors), `w = ${halfWidth}, n = ${kept}`).toBeLessThan(1e-10);
      }
    }
  }
});

test('a start far wider than the window is integrated as exactly as a narrow one', () => {
  const chain = new ExactChain(1.8);
  const [wide] = meanSquares(chain, 0, 50, [100]) as [number];
  // E T(u)² + m₂(u)/100 over u ~ N(0, 50²), by a trapezoidal rule of step 0.02 to 10 sd.
  let sum = 0;
  for (let k = -25_000; k <= 25_000; k++) {
    const { value, variance } = transfer({ center: 0, halfWidth: 1.8, noise: 1 }, 0.02 * k);
    sum += Math.exp(-0.5 * ((0.02 * k) / 50) ** 2) * (value ** 2 + variance / 100);
  }
  expect(Math.abs(wide - (sum * 0.02) / (50 * Math.sqrt(2 * Math.PI)))).toBeLessThan(1e-10);
});

test('every transition conserves mass', () => {
  for (const halfWidth of [0.3, 1.3, 5]) {
    const chain = new ExactChain(halfWidth);
    const order = chain.nodes.length;
    for (const kept of [1, 2, 3, 20, 1e4]) {
      const transition = chain.transition(kept);
      for (let i = 0; i < order; i++) {
        const mass = transition.subarray(i * order, (i + 1) * order).reduce((sum, weight) => sum + weight, 0);
        expect(mass).toBeCloseTo(1, 12);
      }
    }
  }
});
