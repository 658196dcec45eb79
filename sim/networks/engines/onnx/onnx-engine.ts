import type { Engine, Feeds } from '../../engine.ts';
import type { Model, Weights } from '../../graph/model.ts';
import { requireWeights, rowsOf } from '../feeds.ts';
import { onnxEvaluator } from './evaluator.ts';
import { gradientProgram } from './programs.ts';
import { feedTensors, inputsOnly, type OnnxRuntime, openSession, parameterTensors } from './session.ts';
import { onnxTrainer } from './trainer.ts';

/** The default engine: ONNX Runtime on the calling thread. A training step is one graph for the gradient, and one pass of Adam. */
export async function onnxEngine(): Promise<Engine> {
  // Loaded late: loading the native library takes a while, and most commands run no network.
  const runtime = await import('onnxruntime-node');
  // Warnings about the machine do not concern the user.
  runtime.env.logLevel = 'error';
  return {
    name: 'onnx',
    description: `onnxruntime-node ${runtime.env.versions.node}, CPU, 1 thread`,
    trainer: (model, batch) => onnxTrainer(runtime, model, batch),
    evaluator: (model, output) => onnxEvaluator(runtime, model, output),
    gradient: (model, weights, feeds) => onnxGradient(runtime, model, weights, feeds),
  };
}

async function onnxGradient(runtime: OnnxRuntime, model: Model, weights: Weights, feeds: Feeds) {
  requireWeights(model, weights);
  const program = gradientProgram(model);
  const rows = rowsOf(model, feeds, program.inputs);
  const session = await openSession(runtime, program);
  try {
    const fed = { ...feedTensors(runtime, program.inputs, feeds, rows), ...parameterTensors(runtime, model, weights) };
    const results = await session.run(inputsOnly(session, fed));
    const [loss, ...gradients] = program.results.map((name) => results[name]!.data as Float32Array);
    const gradient = new Float32Array(model.size);
    model.parameters.forEach(({ offset }, i) => {
      gradient.set(gradients[i]!, offset);
    });
    return { loss: loss![0]!, gradient };
  } finally {
    await session.release();
  }
}
