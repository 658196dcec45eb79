import * as fc from 'fast-check';
import { testSeed } from './test-evidence.ts';

/** Settings of property tests are drawn from one seed, as claims are, so that a red test is red again. */
fc.configureGlobal({ seed: testSeed });
