import * as fc from 'fast-check';

/** Settings of property tests are drawn from one seed, as claims are, so that a red test is red again; CLAIMCHECK_SEED tries another. */
fc.configureGlobal({ seed: Number(process.env.CLAIMCHECK_SEED ?? 1) });
