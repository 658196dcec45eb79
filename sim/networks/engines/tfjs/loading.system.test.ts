import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

describe('a new process', () => {
  const code = `
    const present = () => ({
      library: '_tfengine' in globalThis,
      listeners: process.listenerCount('uncaughtException') + process.listenerCount('unhandledRejection'),
    });
    const { tfjsEngine } = await import('./tfjs-engine.ts');
    const before = present();
    await tfjsEngine();
    console.log(JSON.stringify([before, present()]));
  `;
  const words = ['--import', 'tsx', '--input-type', 'module', '--eval', code];
  const [before, after] = JSON.parse(
    spawnSync(process.execPath, words, { cwd: import.meta.dirname, encoding: 'utf8' }).stdout,
  );

  test('loads TensorFlow.js when the engine is opened, not before', () => {
    expect([before.library, after.library]).toEqual([false, true]);
  });

  test('handles uncaught errors as before', () => {
    expect(after.listeners).toBe(before.listeners);
  });
});
