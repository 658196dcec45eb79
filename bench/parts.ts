import type { Part } from './harness/part.ts';

/** Runs of a task that is slow or steady, and of one that is quick: medians of so many. */
const FEW = 5;
const MANY = 11;

/** The benchmarks, in the order in which they are run. */
export const parts: readonly Part[] = [
  {
    name: 'regression',
    title: 'accepted labels/s of the simulator, against raw normals',
    runs: MANY,
    load: async () => (await import('./regression.ts')).regression,
  },
  {
    name: 'chain',
    title: 'the exact chain',
    runs: MANY,
    load: async () => (await import('./chain.ts')).chain,
  },
  {
    name: 'decisions',
    title: 'observations/s of every decision procedure',
    runs: MANY,
    load: async () => (await import('./decisions.ts')).decisions,
  },
  {
    name: 'growth',
    title: 'how cost grows in n, p, rounds, replicates, 1/α and margin',
    runs: FEW,
    load: async () => (await import('./growth.ts')).growth,
  },
  {
    name: 'engines',
    title: 'training, generation and scoring on each engine, against bare matrix products',
    runs: MANY,
    load: async () => (await import('./engines.ts')).engines,
  },
  {
    name: 'profile',
    title: 'where the time of a training step goes',
    runs: MANY,
    load: async () => (await import('./profile.ts')).profile,
  },
  {
    name: 'peers',
    title: 'training step against PyTorch, where python3 has it',
    runs: MANY,
    load: async () => (await import('./peers.ts')).peers,
  },
  {
    name: 'frechet',
    title: 'Fréchet distance',
    runs: MANY,
    load: async () => (await import('./frechet.ts')).frechet,
  },
  {
    name: 'reports',
    title: "reports of a run's evidence",
    runs: FEW,
    load: async () => (await import('./reports.ts')).reports,
  },
  {
    name: 'merging',
    title: 'time and memory to merge shards',
    runs: FEW,
    load: async () => (await import('./merging.ts')).merging,
  },
  {
    name: 'long-run',
    title: 'time and memory to merge shards of 100 000 records',
    runs: FEW,
    leftOut: 'two minutes',
    load: async () => (await import('./merging.ts')).mergingManyRecords,
  },
  {
    name: 'memory',
    title: 'whether memory grows over 10 000 replicates',
    runs: 1,
    leftOut: 'minutes',
    load: async () => (await import('./memory.ts')).memory,
  },
  {
    name: 'betting-strategies',
    title: 'how soon the decisions decide, against a fixed-sample z-test',
    runs: 40,
    leftOut: 'minutes, and of no use unless a betting strategy is changed',
    load: async () => (await import('./betting-strategies.ts')).bettingStrategies,
  },
  {
    name: 'tiers',
    title: 'whole runs on one worker and on two, clock and memory',
    runs: FEW,
    leftOut: 'ten minutes for the quick tier, hours for the full one',
    load: async () => (await import('./tiers.ts')).wholeTiers,
  },
];
