import { testGroup } from '../../../vitest/test-group.ts';
import { suite } from './suite.ts';

testGroup(suite, 'walks');
