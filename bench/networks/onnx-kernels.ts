import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InferenceSession } from 'onnxruntime-node';
import type { Feeds } from '../../sim/networks/engine.ts';
import { gradientProgram } from '../../sim/networks/engines/onnx/programs.ts';
import {
  feedTensors,
  inputsOnly,
  type OnnxRuntime,
  openSession,
  parameterTensors,
  tensor,
} from '../../sim/networks/engines/onnx/session.ts';
import type { Model, Weights } from '../../sim/networks/graph/model.ts';
import { median } from '../harness/median.ts';

/** A session that computes loss and gradient, with all tensors made ready: what a trainer's step does but for Adam. */
export interface GradientSession {
  readonly run: () => Promise<unknown>;
  readonly release: () => Promise<void>;
  readonly session: InferenceSession;
}

/** Opens one. */
export async function gradientSession(
  model: Model,
  batch: number,
  feeds: Feeds,
  weights: Weights,
  options: InferenceSession.SessionOptions = {},
): Promise<GradientSession> {
  const runtime: OnnxRuntime = await import('onnxruntime-node');
  const program = gradientProgram(model, batch);
  const session = await openSession(runtime, program, options);
  const [lossName, ...names] = program.results as [string, ...string[]];
  const gradients = Object.values(parameterTensors(runtime, model, new Float32Array(model.size)));
  const results = Object.fromEntries(names.map((name, i) => [name, gradients[i]!]));
  results[lossName] = tensor(runtime, new Float32Array(1), 1, 1);
  const fed = { ...feedTensors(runtime, program.inputs, feeds, batch), ...parameterTensors(runtime, model, weights) };
  const all = inputsOnly(session, fed);
  return { run: () => session.run(all, results), release: () => session.release(), session };
}

/** What the kernels of one operator take in a step. */
export interface KernelTime {
  readonly operator: string;
  /** Kernels of it in a step. */
  readonly count: number;
  readonly microseconds: number;
}

/** Event of the runtime's profile, as far as it is used. */
interface Event {
  readonly cat: string;
  readonly name: string;
  readonly dur: number;
  readonly args?: { readonly op_name?: string };
}

/** The kernels of a session of loss and gradient by their operators, those that take most first. */
export async function kernelTimes(
  model: Model,
  batch: number,
  feeds: Feeds,
  weights: Weights,
  steps: number,
): Promise<readonly KernelTime[]> {
  const directory = mkdtempSync(join(tmpdir(), 'claimcheck-profile-'));
  try {
    const profiled = { enableProfiling: true, profileFilePrefix: join(directory, 'profile') };
    const { run, release, session } = await gradientSession(model, batch, feeds, weights, profiled);
    for (let step = 0; step < steps; step += 1) await run();
    session.endProfiling();
    await release();
    const file = join(directory, readdirSync(directory)[0]!);
    const events = JSON.parse(readFileSync(file, 'utf8')) as readonly Event[];
    return byOperator(events.filter(({ cat, name }) => cat === 'Node' && name.endsWith('_kernel_time')));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Of each kernel its median over the steps: the profile goes by the clock, which runs while others hold the core. */
function byOperator(events: readonly Event[]): KernelTime[] {
  const kernels = new Map<string, Event[]>();
  for (const event of events) kernels.set(event.name, [...(kernels.get(event.name) ?? []), event]);
  const operators = new Map<string, KernelTime>();
  for (const steps of kernels.values()) {
    const operator = steps[0]!.args?.op_name ?? 'unknown';
    const { count, microseconds } = operators.get(operator) ?? { count: 0, microseconds: 0 };
    const time = median(steps.map(({ dur }) => dur));
    operators.set(operator, { operator, count: count + 1, microseconds: microseconds + time });
  }
  return [...operators.values()].sort((a, b) => b.microseconds - a.microseconds);
}
