import { mergeConfig } from 'vitest/config';
import config from '../../vitest.config.ts';

/** For tests: `npm test` in a wrong world. */
export default mergeConfig(config, { test: { setupFiles: ['cli/testing/mutant-world.ts'] } });
