import { equals } from '../../properties/engine/decide/comparison.ts';
import { decideMeans } from '../../properties/engine/decide/decide-means.ts';
import type { Engine } from '../../sim/networks/engine.ts';
import { initialWeights } from '../../sim/networks/graph/initial-weights.ts';
import { keyedStream, streamFamily } from '../../sim/random/stream.ts';
import { type DesignName, prepareRetraining } from '../../sim/verified-retraining/regression/index.ts';
import { balancedLabels, generate } from '../../sim/verified-retraining/vae/generate.ts';
import { retrain } from '../../sim/verified-retraining/vae/index.ts';
import { cvae } from '../../sim/verified-retraining/vae/networks/cvae.ts';
import { discriminator } from '../../sim/verified-retraining/vae/networks/discriminator.ts';
import { smallRun } from '../../sim/verified-retraining/vae/testing/small-run.ts';
import type { Task } from './growth.ts';

const BATCH = 16;
/** Steps after which trainers and evaluators are disposed of and opened anew. */
const LIFE = 250;

/** Retraining under all designs in turn, and one decision that stays open throughout. */
export function regression(replicates: number): Task {
  const setting = {
    // Where the truth is the knowledge center, at the origin, every estimate is as likely as its negative: of mean 0.
    thetaStar: [0, 0, 0],
    knowledgeCenter: [0, 0, 0],
    radius: 0.4,
    noise: 1,
    noiseAllowance: 0.8,
    singularValues: [5, 4, 3],
  };
  const designs: DesignName[] = ['block', 'standard-basis', 'gaussian', 'unit-sphere'];
  const runs = designs.map((design) => prepareRetraining(setting, [20, 40, 80], 3, { design }));
  const family = streamFamily(1, 'memory', 0);
  const errors = { falseSupport: 1e-6, falseRefutation: 1e-6 };
  return {
    name: 'regression: four designs, one decision',
    replicates,
    run(look) {
      decideMeans(
        [equals('v_1ᵀθ̂₃', 0, 1e-6)],
        (replicate, out) => {
          look(replicate);
          out[0] = runs[replicate % runs.length]!.run(family.at(replicate)).estimates[9]!;
        },
        { ...errors, maximumReplicates: replicates },
      );
    },
  };
}

/** A training step, 20 generated images and their scores, a replicate; networks are disposed of and opened anew on the way. */
export function engineSteps(engine: Engine, replicates: number): Task {
  const model = cvae({ side: 14, hidden: 12, latent: 2 });
  const judge = discriminator(14, [8]);
  const stream = keyedStream(1, 'memory', 0, 0);
  const weights = initialWeights(model, stream);
  const verifier = initialWeights(judge, stream);
  const coins = (columns: number, rows: number = BATCH) =>
    Float32Array.from({ length: rows * columns }, () => Math.round(stream.uniform()));
  const feeds = { images: coins(14 ** 2), labels: coins(10), noise: coins(2) };
  const labels = balancedLabels(20);
  const images = new Float32Array(labels.length * 14 ** 2);
  const open = async () => {
    const [trainer, evaluator] = [await engine.trainer(model, BATCH), await engine.evaluator(model, 'pixels')];
    const scorer = await engine.evaluator(judge, 'score');
    trainer.restart(weights);
    return { trainer, evaluator, scorer };
  };
  return {
    name: `${engine.name}: step, generate, score; opened anew every ${LIFE}`,
    replicates,
    async run(look) {
      let networks = await open();
      for (let replicate = 0; replicate < replicates; replicate += 1) {
        look(replicate);
        if (replicate % LIFE === LIFE - 1) {
          for (const network of Object.values(networks)) await network.dispose();
          networks = await open();
        }
        const { trainer, evaluator, scorer } = networks;
        await trainer.step(feeds, 1e-3);
        await generate({ evaluator, weights: trainer.weights(), latent: 2 }, labels, 'bernoulli', stream, images);
        await scorer.evaluate(verifier, { images });
      }
      for (const network of Object.values(networks)) await network.dispose();
    },
  };
}

/** The whole retraining loop of a small generator, two rounds a replicate. */
export function retraining(engine: Engine, replicates: number): Task {
  const arm = { verifier: { real: {}, lifecycle: 'retrained' }, keep: 0.5 } as const;
  return {
    name: `${engine.name}: retraining, two rounds`,
    replicates,
    async run(look) {
      for (let replicate = 0; replicate < replicates; replicate += 1) {
        look(replicate);
        await retrain({ ...smallRun, engine, replicate, arm });
      }
    },
  };
}
