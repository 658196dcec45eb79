import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageFigures, pageReport, pageSheets } from './example-page.ts';
import { reportHtml } from './page.ts';

const executablePath = [process.env.CLAIMCHECK_CHROMIUM, '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);
if (executablePath === undefined) {
  process.stderr.write(
    'The page is not tested in a browser: there is no /usr/bin/chromium; CLAIMCHECK_CHROMIUM names another.\n',
  );
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 844 };

describe.skipIf(executablePath === undefined)('in a browser', () => {
  const directory = mkdtempSync(join(tmpdir(), 'claimcheck-page-'));
  const file = join(directory, 'report.html');
  const address = pathToFileURL(file).href;
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(file, reportHtml(pageReport, pageFigures, pageSheets));
    browser = await chromium.launch({ executablePath: executablePath! });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(directory, { recursive: true });
  });

  /** Opens the page; fails, when it is left, if it asked for anything or the browser had anything to say. */
  async function visit(look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}, suffix = '') {
    const context = await browser.newContext({ viewport: wide, ...options });
    const asked: string[] = [];
    const said: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    context.on('console', (message) => said.push(message.text()));
    context.on('weberror', (error) => said.push(String(error.error())));
    try {
      const page = await context.newPage();
      await page.goto(address + suffix);
      await look(page);
      expect(asked.filter((url) => !url.startsWith(address) && !url.startsWith('data:'))).toEqual([]);
      expect(said).toEqual([]);
    } finally {
      await context.close();
    }
  }

  const shownStatements = (page: Page) =>
    page.locator('.statement:visible').evaluateAll((all) => all.map(({ id }) => id.replace('statement-', '')));

  /** Walks with the tab key until an element has the focus. */
  async function tabTo(page: Page, selector: string) {
    const arrived = `document.activeElement.matches(${JSON.stringify(selector)})`;
    for (let steps = 0; steps < 200; steps += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate<boolean>(arrived)) return;
    }
    throw new Error(`the tab key does not reach ${selector}`);
  }

  test('it opens from disk with every section and picture, asks for nothing, and nothing is amiss', async () => {
    await visit(async (page) => {
      for (const id of ['answer', 'contradictions', 'statements', 'figures', 'digits', 'meaning', 'limits']) {
        expect(await page.locator(`#${id}`).isVisible(), id).toBe(true);
      }
      expect(await page.locator('.statement math').count()).toBe(pageReport.statements.length);
      const widths = page
        .locator('img')
        .evaluateAll((images) => images.map((image) => 'naturalWidth' in image && image.naturalWidth));
      expect(await widths).toEqual([700, 431]);
    });
  });

  test('the policy stops what would load or run beside it', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    const stopped = await page.evaluate<string[]>(`new Promise((resolve) => {
      const stopped = new Set();
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        if (stopped.add(effectiveDirective).size === 4) resolve([...stopped].sort());
      });
      new Image().src = 'https://example.invalid/a.png';
      fetch('https://example.invalid/').catch(() => {});
      document.body.append(Object.assign(document.createElement('script'), { text: 'document.title = "run"' }));
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red">');
    })`);
    expect(stopped).toEqual(['connect-src', 'img-src', 'script-src-elem', 'style-src-attr']);
    await context.close();
  });

  test('verdict, section and text filter the statements from the keyboard, and the address keeps them', async () => {
    await visit(async (page) => {
      const count = page.locator('#filter-count');
      expect(await count.textContent()).toBe('All 7 statements are shown.');
      await tabTo(page, '[name=verdict][value="shown false"]');
      await page.keyboard.press('Space');
      expect(await shownStatements(page)).toEqual(['loose']);
      expect(await count.textContent()).toBe('1 of 7 statements are shown.');
      await page.reload();
      expect(await shownStatements(page)).toEqual(['loose']);
      await tabTo(page, '[type=reset]');
      await page.keyboard.press('Enter');
      expect(await shownStatements(page)).toHaveLength(7);

      await page.keyboard.press('/');
      await page.keyboard.type('Weak mutant-survives');
      expect(await shownStatements(page)).toEqual(['weak']);
      await tabTo(page, '[type=reset]');
      await page.keyboard.press('Enter');

      await page.keyboard.press('/');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.type('Before');
      expect(await shownStatements(page)).toEqual(['true']);
      expect(await page.locator('#section-After').isVisible()).toBe(false);
      expect(page.url()).toBe(`${address}?section=Before`);
    });
  });

  test('a link leads to what is filtered out or folded', async () => {
    const folded = async (page: Page) => page.locator('#claim-fails details').getAttribute('open');
    await visit(
      async (page) => {
        expect(await shownStatements(page)).toHaveLength(7);
        expect(page.url()).toBe(`${address}#claim-fails`);
        expect(await page.locator('#claim-fails').evaluate((claim) => claim.getBoundingClientRect().top)).toBeCloseTo(
          0,
          -2,
        );
        expect(await folded(page)).toBe('');
      },
      {},
      '?verdict=supported#claim-fails',
    );
    await visit(async (page) => {
      expect(await folded(page)).toBeNull();
      await tabTo(page, '.contradictions [href="#claim-fails"]');
      await page.keyboard.press('Enter');
      await expect.poll(() => folded(page)).toBe('');
    });
  });

  test('every stop of the keyboard shows that it has the focus, and the first skips to the statements', async () => {
    await visit(async (page) => {
      const focus = 'getComputedStyle(document.activeElement).outlineStyle + " " + document.activeElement.className';
      await page.keyboard.press('Tab');
      expect(await page.evaluate<string>(focus)).toBe('solid skip');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate<string>('document.activeElement.name')).toBe('verdict');
      for (let stops = 0; stops < 40; stops += 1) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate<string>(focus)).toMatch(/^solid /);
      }
    });
  });

  test('a command is copied by the keyboard, and the page says so', async () => {
    await visit(
      async (page) => {
        await tabTo(page, '#claim-holds .copy, .run .copy');
        await page.keyboard.press('Enter');
        await expect.poll(() => page.locator('#announcement').textContent()).toBe('Copied');
        expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(pageReport.command);
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
  });

  test('light and dark follow the system until the reader chooses', async () => {
    const paper = 'getComputedStyle(document.body).backgroundColor';
    const seen = new Set<string>();
    for (const colorScheme of ['light', 'dark'] as const) {
      await visit(
        async (page) => {
          const before = await page.evaluate<string>(paper);
          await tabTo(page, '#theme');
          await page.keyboard.press('Enter');
          const after = await page.evaluate<string>(paper);
          expect(after).not.toBe(before);
          seen.add(before).add(after);
        },
        { colorScheme },
      );
    }
    expect(seen.size).toBe(2);
  });

  test('axe finds nothing serious in light and dark, wide and narrow, with everything unfolded, and nothing scrolls sideways', async () => {
    await visit(async (page) => {
      await page.locator('details').evaluateAll((all) => all.map((each) => each.setAttribute('open', '')));
      await page.evaluate(axe);
      for (const viewport of [wide, narrow]) {
        await page.setViewportSize(viewport);
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(viewport.width);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const { violations } = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
          const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
          expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        }
      }
    });
  });

  test('on paper everything is unfolded and there are no controls', async () => {
    await visit(async (page) => {
      const hidden = () =>
        page
          .locator('details > :not(summary)')
          .evaluateAll((all) => all.filter((each) => !each.checkVisibility({ contentVisibilityAuto: true })).length);
      expect(await hidden()).toBeGreaterThan(0);
      await page.emulateMedia({ media: 'print' });
      expect(await hidden()).toBe(0);
      expect(await page.locator('button:visible, form:visible, nav:visible, summary:visible').count()).toBe(0);
    });
  });

  test('without its script all of it can be read, and there are no dead controls', async () => {
    await visit(
      async (page) => {
        expect(await page.locator('.statement:visible').count()).toBe(7);
        expect(await page.locator('button:visible, form:visible').count()).toBe(0);
        await page.locator('#claim-fails summary').click();
        expect(await page.locator('#claim-fails .details').isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });
});
