import { autoencoder, drawCase } from '../../../graph/testing/models.ts';
import { openEngine } from '../../index.ts';

/** Trains in the thread that calls it. It does not dispose of the trainer, just like a thread that is terminated during a run. */
export default async function trainHere(rows: number): Promise<number[]> {
  const { model, feeds, weights } = drawCase(autoencoder(4, 3, 2), rows, 1);
  const trainer = await (await openEngine('onnx')).trainer(model, rows);
  trainer.restart(weights);
  await trainer.step(feeds, 0.01);
  await trainer.step(feeds, 0.01);
  return [...trainer.weights()];
}
