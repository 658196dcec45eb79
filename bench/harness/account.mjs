/** Loaded before a program, writes what its process took to the file that CLAIMCHECK_BENCH_ACCOUNT names. */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const account = { processor: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 };
    writeFileSync(process.env.CLAIMCHECK_BENCH_ACCOUNT, JSON.stringify(account));
  });
}
