import { inputsOf } from '../../graph/define-model.ts';
import { gradients } from '../../graph/differentiate.ts';
import type { Model } from '../../graph/model.ts';
import type { Rows, Value } from '../../graph/operation.ts';
import { inOrder } from '../../graph/visit.ts';
import type { GraphMessage } from './messages.ts';
import { OnnxGraph } from './onnx-graph.ts';
import { feedName, OnnxWriter, weightName } from './writer.ts';

/** An ONNX graph with its inputs and results. */
export interface OnnxProgram {
  readonly graph: GraphMessage;
  /** Names of the model's inputs that the graph needs. */
  readonly inputs: readonly string[];
  /** Names of the tensors of the results. */
  readonly results: readonly string[];
}

/** A program that computes values of a model from its inputs and parameters. */
export function valuesProgram(model: Model, values: readonly Value[], rows: Rows = 'batch'): OnnxProgram {
  const graph = new OnnxGraph();
  const inputs = declareInputs(graph, model, values, rows);
  const writer = new OnnxWriter(graph);
  const results = values.map((value, i) => {
    // Each result must be a tensor of its own, neither an input nor another result.
    const shared = value.operands.length === 0 || values.indexOf(value) < i;
    const name = shared ? graph.node('Identity', [writer.write(value)]) : writer.write(value);
    return graph.output(name, [value.rows, value.columns]);
  });
  return { graph: graph.message(), inputs, results };
}

/** A program that computes the loss of a model, then its gradients in the order of the parameters. */
export function gradientProgram(model: Model, rows: Rows = 'batch'): OnnxProgram {
  return valuesProgram(model, [model.loss, ...gradients(model.loss, model.parameters)], rows);
}

/** Declares the inputs and parameters that the values depend on, and returns the names of the inputs. */
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
