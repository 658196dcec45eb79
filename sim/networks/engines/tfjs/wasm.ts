import type { Backend, TensorFlow } from './backend.ts';

/** TensorFlow.js in WebAssembly: wherever Node runs, on one thread. */
export const wasm: Backend = {
  package: '@tensorflow/tfjs-backend-wasm',
  async load() {
    const tf = await import('@tensorflow/tfjs-core');
    // tfjs-core comes without the gradients of its operations; its sister library registers them all.
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
  // Emscripten's module has added listeners that throw again what was thrown; Node would print the module's source with it.
  for (const listener of process.listeners('uncaughtException')) {
    if (!exceptions.includes(listener)) process.removeListener('uncaughtException', listener);
  }
  for (const listener of process.listeners('unhandledRejection')) {
    if (!rejections.includes(listener)) process.removeListener('unhandledRejection', listener);
  }
  if (!started) throw new Error('WebAssembly does not start');
}

/**
 * Has the gradient of the matrix product transpose before it multiplies: the wasm kernel is several times slower on operands that it
 * is to transpose.
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
