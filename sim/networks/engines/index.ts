import type { Engine } from '../engine.ts';
import { onnxEngine } from './onnx/onnx-engine.ts';
import { tfjsEngine } from './tfjs/tfjs-engine.ts';

/** Opens an engine. Its library is loaded only now. @throws Error, in one line, when the library cannot be loaded. */
export function openEngine(name: Engine['name']): Promise<Engine> {
  return name === 'onnx' ? onnxEngine() : tfjsEngine();
}
