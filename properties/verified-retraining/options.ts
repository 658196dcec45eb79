import type { SuiteOption } from '../engine/suite-content.ts';

/** What the retraining of generators is done with. */
export const options: readonly SuiteOption[] = [
  {
    name: 'mnist',
    flags: '--mnist <directory>',
    description: 'where MNIST is (default: CLAIMCHECK_MNIST, else procedural digits)',
    environment: 'CLAIMCHECK_MNIST',
    local: true,
  },
  {
    name: 'engine',
    flags: '--engine <name>',
    description: 'what retrains generators',
    choices: ['onnx', 'tfjs'],
    default: 'onnx',
  },
];
