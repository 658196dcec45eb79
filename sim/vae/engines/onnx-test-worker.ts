import { parentPort } from 'node:worker_threads';
import { autoencoder, drawCase } from '../graph/testing/models.ts';
import { openEngine } from './index.ts';

// Trains in a thread of its own and tells the loss of the first batch.
const { model, feeds, weights } = drawCase(autoencoder(4, 3, 2), 5, 1);
const trainer = await (await openEngine('onnx')).trainer(model, 5);
trainer.restart(weights);
const loss = await trainer.step(feeds, 0.01);
await trainer.step(feeds, 0.01);
await trainer.dispose();
parentPort?.postMessage(loss);
