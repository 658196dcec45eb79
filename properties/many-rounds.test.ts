import { testGroup } from './test-group.ts';

testGroup('many-rounds');
