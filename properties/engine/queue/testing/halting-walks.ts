import { REPLICATED_RUNS } from '../../kinds/replicated-runs/description.ts';
import type { Backend, Checkpoint, ReplicatedDesign } from '../../kinds/replicated-runs/design.ts';
import { replicatedRuns } from '../../kinds/replicated-runs/kind.ts';
import type { Suite } from '../../suite.ts';
import { walksDesign } from '../../testing/walks/design.ts';
import { suite as walks } from '../../testing/walks/suite.ts';

/** Variable of the environment: the round after which runs halt for ever. */
export const HALT_AFTER = 'CLAIMCHECK_TEST_HALT_AFTER';

const design: ReplicatedDesign = {
  ...walksDesign,
  modules: [import.meta.url, ...walksDesign.modules],
  open: async (configuration, local) => halting(await walksDesign.open(configuration, local)),
};

/** For tests: the suite of walks. Its runs say on stdout after which round they go on, and halt where the environment says so, to be killed there. */
export const suite: Suite = {
  ...walks,
  id: 'halting-walks',
  module: import.meta.url,
  kinds: walks.kinds.map((kind) => (kind.id === REPLICATED_RUNS ? replicatedRuns(design) : kind)),
};

function halting(backend: Backend): Backend {
  return {
    ...backend,
    run: (run, checkpoint) => backend.run(run, haltingAt(Number(process.env[HALT_AFTER]), checkpoint)),
  };
}

function haltingAt(halt: number, { load, save }: Checkpoint): Checkpoint {
  let saved = 0;
  return {
    async load() {
      const bytes = await load();
      if (bytes !== undefined) process.stdout.write(`goes on after ${JSON.parse(String(Buffer.from(bytes))).length}\n`);
      return bytes;
    },
    async save(bytes) {
      await save(bytes);
      saved += 1;
      if (saved !== halt) return;
      process.stdout.write(`halts after ${saved}\n`);
      await new Promise(() => {});
    },
  };
}
