import { mergeConfig } from 'vitest/config';
import config from './tiny-suite/vitest.config.ts';

/** For tests: the tests of the tiny suite's claims in a wrong world. */
export default mergeConfig(config, { test: { setupFiles: ['cli/testing/wrong-world.ts'] } });
