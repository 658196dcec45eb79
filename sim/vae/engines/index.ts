import type { Engine } from '../engine.ts';

/** Opens an engine. Its library is loaded only now. @throws Error, in one line, when the library cannot be loaded. */
export async function openEngine(name: Engine['name']): Promise<Engine> {
  if (name === 'onnx') return (await import('./onnx.ts')).onnxEngine();
  return (await import('./tfjs.ts')).tfjsEngine();
}
