import { pick } from '../../../digits/batches.ts';
import type { DigitSource, View } from '../../../digits/digits.ts';
import { proceduralDigits } from '../../../digits/procedural/procedural-digits.ts';
import type { CvaeRetrainingOptions } from '../run.ts';
import type { VaeSetting } from '../setting.ts';

/** A setting so small that a test can run many rounds. */
export const smallSetting: VaeSetting = {
  side: 14,
  realImages: 50,
  hidden: 12,
  latent: 2,
  batch: 16,
  learningRate: 3e-3,
  initialSteps: 15,
  roundSteps: 10,
  weights: 'warm',
  kept: 100,
  verifier: { hidden: [8], batch: 8, learningRate: 1e-3, steps: 8, weights: 'warm' },
};

/** A source of few procedural digits, enough for every pool of a small run. */
export function fewDigits(): DigitSource {
  const drawn = new Map<string, ReturnType<typeof proceduralDigits>>();
  const draw = ({ side, shear = 0 }: View, part: string, count: number) => {
    const key = JSON.stringify([side, shear, part]);
    const digits = drawn.get(key) ?? proceduralDigits({ count, side, shear, part });
    drawn.set(key, digits);
    return pick(digits, [...Array(count).keys()]);
  };
  return {
    kind: 'procedural',
    provenance: 'few procedural digits',
    digest: 'few',
    training: (view) => draw(view, 'training', 1200),
    test: (view) => draw(view, 'test', 2000),
  };
}

/** Options of a small run, without engine and arm. */
export const smallRun: Omit<CvaeRetrainingOptions, 'engine' | 'arm'> = {
  digits: fewDigits(),
  setting: smallSetting,
  seed: 1,
  replicate: 0,
  rounds: 2,
  observeAll: false,
  samples: false,
};
