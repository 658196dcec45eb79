import { inputsOf } from '../../graph/define-model.ts';
import { gradients } from '../../graph/differentiate.ts';
import type { Model } from '../../graph/model.ts';
import type { Rows, Value } from '../../graph/operation.ts';
import { inOrder } from '../../graph/visit.ts';
import type { GraphMessage } from './messages.ts';
import { OnnxGraph } from './onnx-graph.ts';
import { feedName, OnnxWriter, weightName } from './writer.ts';

/** An ONNX graph, what must be fed to it, and which of its tensors hold the results. */
export interface OnnxProgram {
  readonly graph: GraphMessage;
  /** Inputs of the model that it needs. */
  readonly inputs: readonly string[];
  readonly results: readonly string[];
}

/** Computes values of a model from its inputs and parameters. */
export function valuesProgram(model: Model, values: readonly Value[], rows: Rows = 'batch'): OnnxProgram {
  const graph = new OnnxGraph();
  const inputs = declareInputs(graph, model, values, rows);
  const writer = new OnnxWriter(graph);
  const results = values.map((value, i) => {
    // A result is a tensor of its own: not one that is fed, and not another result.
    const shared = value.operands.length === 0 || values.indexOf(value) < i;
    const name = shared ? graph.node('Identity', [writer.write(value)]) : writer.write(value);
    return graph.output(name, [value.rows, value.columns]);
  });
  return { graph: graph.message(), inputs, results };
}

/** The loss of a model and its gradients, in the order of the parameters. */
export function gradientProgram(model: Model, rows: Rows = 'batch'): OnnxProgram {
  return valuesProgram(model, [model.loss, ...gradients(model.loss, model.parameters)], rows);
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
