import { block } from './block.ts';
import type { Design } from './design.ts';
import { gaussian } from './gaussian.ts';
import { standardBasis } from './standard-basis.ts';
import { unitSphere } from './unit-sphere.ts';

/** The designs of synthetic rows, by name. */
export const designs = {
  block,
  'standard-basis': standardBasis,
  gaussian,
  'unit-sphere': unitSphere,
} satisfies Record<string, Design>;

/** 'block' | 'standard-basis' | 'gaussian' | 'unit-sphere'. */
export type DesignName = keyof typeof designs;
