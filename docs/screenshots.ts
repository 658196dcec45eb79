import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/** Pictures of a report for the documentation: npm run screenshots -- claimcheck-out/report.html */

const [report] = process.argv.slice(2);
if (report === undefined || !existsSync(report)) {
  process.stderr.write(`screenshots: ${report ?? 'nothing'} is given: the path of a report.html is needed\n`);
  process.exit(64);
}

const views = [
  { name: 'report-wide', viewport: { width: 1280, height: 1000 }, colorScheme: 'light', at: 'answer' },
  { name: 'report-statements', viewport: { width: 1280, height: 1000 }, colorScheme: 'light', at: 'section-One_round' },
  { name: 'report-dark', viewport: { width: 1280, height: 1000 }, colorScheme: 'dark', at: 'figures' },
  { name: 'report-narrow', viewport: { width: 390, height: 844 }, colorScheme: 'light', at: 'answer' },
] as const;

const browser = await chromium.launch({ executablePath: process.env.CLAIMCHECK_CHROMIUM ?? '/usr/bin/chromium' });
for (const { name, at, ...options } of views) {
  const page = await browser.newPage(options);
  await page.goto(`${pathToFileURL(resolve(report)).href}${at === 'answer' ? '' : `#${at}`}`);
  await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) });
  await page.close();
}
await browser.close();
