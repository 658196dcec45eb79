import { testGroup } from '../../vitest/test-group.ts';

testGroup('regimes');
