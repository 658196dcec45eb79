import type { Engine } from '../engine.ts';
import { onnxEngine } from './onnx/onnx-engine.ts';
import { tfjsEngine } from './tfjs/tfjs-engine.ts';

/** Opens an engine and loads its library. @throws Error, with a message of one line, when the library cannot be loaded. */
export function openEngine(name: Engine['name']): Promise<Engine> {
  return name === 'onnx' ? onnxEngine() : tfjsEngine();
}
