import type { Backend, TensorFlow } from './backend.ts';

/** TensorFlow.js in WebAssembly, on one thread. It runs wherever Node runs. */
export const wasm: Backend = {
  package: '@tensorflow/tfjs-backend-wasm',
  async load() {
    const tf = await import('@tensorflow/tfjs-core');
    // tfjs-core does not contain the gradients of its operations. Importing tfjs-layers registers all of them.
    await import('@tensorflow/tfjs-layers');
    const { setThreadsCount, version_wasm: version } = await import('@tensorflow/tfjs-backend-wasm');
    setThreadsCount(1);
    await start(tf);
    transposeInGradients(tf);
    const simd = (await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')) ? 'SIMD' : 'no SIMD';
    return { tf, description: `TensorFlow.js ${tf.version_core}, wasm backend ${version}, ${simd}, 1 thread` };
  },
};

/** @throws Error when WebAssembly does not start. */
async function start(tf: TensorFlow): Promise<void> {
  const exceptions = process.listeners('uncaughtException');
  const rejections = process.listeners('unhandledRejection');
  const started = await tf.setBackend('wasm');
  // Emscripten's module adds listeners that throw every uncaught error again. Node would then print the source of the module.
  for (const listener of process.listeners('uncaughtException')) {
    if (!exceptions.includes(listener)) process.removeListener('uncaughtException', listener);
  }
  for (const listener of process.listeners('unhandledRejection')) {
    if (!rejections.includes(listener)) process.removeListener('unhandledRejection', listener);
  }
  if (!started) throw new Error('WebAssembly does not start');
}

/**
 * Replaces the gradient of the matrix product by one that transposes its operands explicitly. The wasm kernel is several times slower when it
 * has to transpose operands itself.
 */
function transposeInGradients(tf: TensorFlow): void {
  const usual = tf.getGradient(tf.BatchMatMul);
  tf.registerGradient({
    ...usual,
    gradFunc: (upstream, saved, attributes) => {
      const [a, b] = saved;
      if (attributes.transposeA || attributes.transposeB || Array.isArray(upstream) || a?.rank !== 2 || b?.rank !== 2) {
        return usual.gradFunc(upstream, saved, attributes);
      }
      return {
        a: () => tf.matMul(upstream, tf.transpose(b)),
        b: () => tf.matMul(tf.transpose(a), upstream),
      };
    },
  });
}
