import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CLASSES } from '../../sim/digits/digits.ts';
import type { Feeds } from '../../sim/networks/engine.ts';
import type { Weights } from '../../sim/networks/graph/model.ts';
import type { VaeSetting } from '../../sim/verified-retraining/vae/setting.ts';

/** PyTorch in a process of its own, with an autoencoder, its weights and a batch. */
export interface PyTorch {
  readonly version: string;
  /** Paths of the libraries that take its matrix products, as far as the system tells. */
  readonly libraries: readonly string[];
  /** Loss and gradient at the weights that it was given, in the order of the suite's vector. */
  readonly loss: number;
  readonly gradient: Float32Array;
  /** Takes steps of Adam, from where it is; the milliseconds of processor time that they took, and the losses before each. */
  step(steps: number, rate: number): Promise<{ readonly milliseconds: number; readonly losses: readonly number[] }>;
  close(): Promise<void>;
}

/** Pythons that may have PyTorch: the one on the path, and a distribution's, which another may hide. */
const PYTHONS = ['python3', '/usr/bin/python3'];

/** Exits with 0 where there is PyTorch: importing it would take seconds. */
const FIND = 'import importlib.util, sys; sys.exit(importlib.util.find_spec("torch") is None)';

/** PyTorch's own setting does not reach every library of matrix products. */
const ONE_THREAD = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

/** A Python with PyTorch; undefined where there is none. */
export function pythonWithTorch(pythons: readonly string[] = PYTHONS): string | undefined {
  return pythons.find((python) => spawnSync(python, ['-c', FIND], { stdio: 'ignore' }).status === 0);
}

/** Starts it on one thread. @throws Error, with its last line, when it ends. */
export async function openPyTorch(
  python: string,
  { side, hidden, latent, batch }: VaeSetting,
  weights: Weights,
  feeds: Feeds,
): Promise<PyTorch> {
  const directory = mkdtempSync(join(tmpdir(), 'claimcheck-peer-'));
  const [numbers, gradient] = [join(directory, 'numbers'), join(directory, 'gradient')];
  try {
    // Every platform that Node runs on is little-endian, as the file is.
    const vectors = [weights, feeds.images!, feeds.labels!, feeds.noise!];
    writeFileSync(
      numbers,
      Buffer.concat(vectors.map((each) => new Uint8Array(each.buffer, each.byteOffset, each.byteLength))),
    );
    const child = spawn(python, [join(import.meta.dirname, 'pytorch.py')], { env: { ...process.env, ...ONE_THREAD } });
    const ask = conversation(child);
    const opening = { batch, size: side ** 2, classes: CLASSES, hidden, latent, numbers, gradient };
    const { version, libraries, loss } = await ask<Pick<PyTorch, 'version' | 'libraries' | 'loss'>>(opening);
    return {
      version,
      libraries,
      loss,
      gradient: new Float32Array(new Uint8Array(readFileSync(gradient)).buffer),
      step: (steps, rate) => ask({ steps, rate }),
      close: () =>
        new Promise((resolve) => {
          child.once('close', () => resolve());
          child.stdin.end();
        }),
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Asks the process a line at a time. */
function conversation(child: ChildProcessWithoutNullStreams): <T>(question: object) => Promise<T> {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4000);
  });
  return async <T>(question: object) => {
    child.stdin.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`pytorch.py ended: ${complaint.trim().split('\n').at(-1)}`);
    return JSON.parse(value) as T;
  };
}
