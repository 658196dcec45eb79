import { createRequire } from 'node:module';
import type { Backend, LoadedTensorFlow, TensorFlow } from './backend.ts';
import { wasm } from './wasm.ts';

/** The native library of TensorFlow: an optional peer dependency, for machines on which it can be installed. */
const native: Backend = {
  package: '@tensorflow/tfjs-node',
  async load() {
    type NodeTensorFlow = TensorFlow & { readonly version: Readonly<Record<string, string>> };
    const tf: NodeTensorFlow = createRequire(import.meta.url)(this.package);
    await tf.ready();
    const version = tf.version['tfjs-node'];
    return { tf, description: `TensorFlow.js ${tf.version_core}, tfjs-node ${version}, threads as TensorFlow chooses` };
  },
};

/**
 * Loads TensorFlow.js with the first backend that loads: tfjs-node where it is installed, wasm otherwise. The description names a backend that
 * is installed but does not load.
 * @throws Error, with a message of one line, when no backend loads.
 */
export async function loadTensorFlow(backends: readonly Backend[] = [native, wasm]): Promise<LoadedTensorFlow> {
  const failures: string[] = [];
  for (const backend of backends) {
    try {
      const { tf, description } = await backend.load();
      return { tf, description: [description, ...failures].join('; ') };
    } catch (error) {
      const [message] = String(error instanceof Error ? error.message : error).split('\n', 1);
      const absent = ['package', 'module'].some((what) =>
        message!.startsWith(`Cannot find ${what} '${backend.package}'`),
      );
      if (!absent) failures.push(`${backend.package} does not load: ${message}`);
    }
  }
  const names = backends.map((backend) => backend.package).join(' or ');
  const reasons = failures.length > 0 ? failures.join('; ') : 'none is installed';
  throw new Error(`the engine tfjs needs ${names} (${reasons}): install one, or choose the engine onnx`);
}
