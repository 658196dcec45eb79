import { testGroup } from './test-group.ts';

testGroup('one-round');
