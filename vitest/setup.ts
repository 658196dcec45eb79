import * as fc from 'fast-check';
import { testSeed } from './test-evidence.ts';

/** Property tests draw from one seed, as claims do, so that a test that failed fails again. */
fc.configureGlobal({ seed: testSeed });
