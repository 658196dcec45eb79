import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The Chromium of the tests: CLAIMCHECK_CHROMIUM, else Debian's; undefined where there is none, and then a line says so. */
export const chromiumPath = [process.env.CLAIMCHECK_CHROMIUM, '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);
if (chromiumPath === undefined) {
  process.stderr.write(
    'The page is not tested in a browser: there is no /usr/bin/chromium; CLAIMCHECK_CHROMIUM names another.\n',
  );
}

/** A browser with one page, which opens one file and records what the page asks for and says. */
export interface WatchedBrowser {
  readonly browser: Browser;
  readonly page: Page;
  /** Address of the file. */
  readonly address: string;
  /** Addresses that the page has asked for since the last call, without that of the file and those of data. */
  asked(): string[];
  /** What the console has said since the last call, and errors that nobody caught. */
  said(): string[];
  /** Writes the file. */
  write(html: string): void;
  /** Opens the file anew, also where only the part of the address behind # differs. */
  open(suffix?: string): Promise<void>;
  /** Walks with the tab key until an element has the focus. @throws Error when it is not among the next forty. */
  tabTo(selector: string): Promise<void>;
  close(): Promise<void>;
}

/** Launches the browser; the clipboard may be read. */
export async function watchedBrowser(): Promise<WatchedBrowser> {
  const directory = mkdtempSync(join(tmpdir(), 'claimcheck-page-'));
  const file = join(directory, 'report.html');
  const address = pathToFileURL(file).href;
  const asked: string[] = [];
  const said: string[] = [];
  const browser = await chromium.launch({ executablePath: chromiumPath! });
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  context.on('request', (request) => asked.push(request.url()));
  context.on('console', (message) => said.push(message.text()));
  context.on('weberror', (error) => said.push(String(error.error())));
  const page = await context.newPage();
  return {
    browser,
    page,
    address,
    asked: () => asked.splice(0).filter((url) => !url.startsWith(address) && !/^(data:|about:blank$)/.test(url)),
    said: () => said.splice(0),
    write: (html) => writeFileSync(file, html),
    async open(suffix = '') {
      await page.goto('about:blank');
      await page.goto(address + suffix);
    },
    async tabTo(selector) {
      const arrived = `document.activeElement.matches(${JSON.stringify(selector)})`;
      for (let steps = 0; steps < 40; steps += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate<boolean>(arrived)) return;
      }
      throw new Error(`the tab key does not reach ${selector}`);
    },
    async close() {
      await browser.close();
      rmSync(directory, { recursive: true });
    },
  };
}
