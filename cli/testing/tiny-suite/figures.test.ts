import { testFigures } from '../../../vitest/test-figures.ts';
import { suite } from './suite.ts';

testFigures(suite);
