import type { Tensor } from 'onnxruntime-node';
import type { Evaluator, Feeds } from '../../engine.ts';
import type { Model, Weights } from '../../graph/model.ts';
import { requireWeights, rowsOf } from '../feeds.ts';
import { valuesProgram } from './programs.ts';
import {
  feeder,
  inputsOnly,
  type OnnxRuntime,
  openSession,
  parameterTensors,
  type Tensors,
  tensor,
} from './session.ts';

/**
 * An evaluator with a session of its own, for any number of rows.
 * @throws RangeError when the model has no such output. A call throws RangeError when feeds that the output depends on are missing or wrong.
 */
export async function onnxEvaluator(runtime: OnnxRuntime, model: Model, output: string): Promise<Evaluator> {
  const value = model.outputs[output];
  if (value === undefined) {
    const names = Object.keys(model.outputs).join(', ');
    throw new RangeError(`the model "${model.name}" has no output "${output}": it has ${names}`);
  }
  const program = valuesProgram(model, [value]);
  const session = await openSession(runtime, program);
  let values: Float32Array = new Float32Array(0);
  let result: Tensor | undefined;
  let last: Weights | undefined;
  const fed: Tensors = {};
  const feed = feeder(runtime, program.inputs, fed);
  return {
    async evaluate(weights: Weights, feeds: Feeds): Promise<Float32Array> {
      requireWeights(model, weights);
      const fedRows = rowsOf(model, feeds, program.inputs);
      const rows = value.rows === 'batch' ? fedRows : value.rows;
      if (result === undefined || values.length !== rows * value.columns) {
        values = new Float32Array(rows * value.columns);
        result = tensor(runtime, values, rows, value.columns);
      }
      if (weights !== last) Object.assign(fed, inputsOnly(session, parameterTensors(runtime, model, weights)));
      last = weights;
      feed(feeds, fedRows);
      await session.run(fed, { [program.results[0]!]: result });
      return values;
    },
    dispose: () => session.release(),
  };
}
