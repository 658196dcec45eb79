import { inputsOf } from '../graph/define-model.ts';
import { gradients } from '../graph/differentiate.ts';
import type { Model } from '../graph/model.ts';
import type { Rows, Value } from '../graph/operation.ts';
import { inOrder } from '../graph/visit.ts';
import { writeAdam } from './onnx-adam.ts';
import { OnnxGraph } from './onnx-graph.ts';
import type { GraphMessage } from './onnx-messages.ts';
import { feedName, OnnxWriter, weightName } from './onnx-writer.ts';

/** An ONNX graph, what must be fed to it, and which of its tensors hold the results. */
export interface OnnxProgram {
  readonly graph: GraphMessage;
  /** Inputs of the model that it needs. */
  readonly inputs: readonly string[];
  readonly results: readonly string[];
}

/** Computes values of a model from its inputs and parameters. */
export function valuesProgram(model: Model, values: readonly Value[]): OnnxProgram {
  const graph = new OnnxGraph();
  const inputs = declareInputs(graph, model, values, 'batch');
  const writer = new OnnxWriter(graph);
  const results = values.map((value) => graph.output(writer.write(value), [value.rows, value.columns]));
  return { graph: graph.message(), inputs, results };
}

/** The loss of a model and its gradients, in the order of the parameters. */
export function gradientProgram(model: Model): OnnxProgram {
  return valuesProgram(model, [model.loss, ...gradients(model.loss, model.parameters)]);
}

/** A step of training: the loss before it; Adam's state after it from that before it. */
export function trainingProgram(model: Model, batch: number): OnnxProgram {
  const graph = new OnnxGraph();
  const inputs = declareInputs(graph, model, [model.loss], batch);
  const writer = new OnnxWriter(graph);
  const loss = graph.output(writer.write(model.loss), [1, 1]);
  const written = gradients(model.loss, model.parameters).map((gradient) => writer.write(gradient));
  writeAdam(graph, model, written);
  return { graph: graph.message(), inputs, results: [loss] };
}

/** Declares the inputs and parameters that the values depend on; returns the names of the inputs. */
function declareInputs(graph: OnnxGraph, model: Model, values: readonly Value[], rows: Rows): string[] {
  const needed = inOrder(...values);
  const inputs = inputsOf(needed);
  for (const [name, columns] of Object.entries(inputs)) graph.input(feedName(name), [rows, columns]);
  for (const parameter of model.parameters) {
    if (!needed.some(({ operation }) => operation.kind === 'parameter' && operation.name === parameter.name)) continue;
    graph.input(weightName(parameter.name), [parameter.rows, parameter.columns]);
  }
  return Object.keys(inputs);
}
