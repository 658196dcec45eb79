import { measureCoverage } from '../measure.ts';

/** As a process of its own, since nothing of what is measured may be loaded before: prints what three claims execute of the files here. */
const records = await measureCoverage({
  root: import.meta.dirname,
  entries: ['law.ts', 'other.ts'],
  counts: () => true,
  sources: { 'law.ts': 'a digest' },
  exercises: async () => {
    const [law, other] = await Promise.all([import('./law.ts'), import('./other.ts')]);
    return [
      {
        claim: 'positive',
        run: async () => {
          law.sign(2);
          new law.Counter().add();
        },
      },
      {
        claim: 'negative',
        run: async () => {
          law.sign(-1);
        },
      },
      {
        claim: 'doubling',
        run: async () => {
          other.twice([1]);
        },
      },
    ];
  },
});
process.stdout.write(JSON.stringify(records));
