import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ATTACHED_WIDTH } from '../testing/reports.ts';
import { reportHtml } from './page.ts';
import { pageContent, pageReport, poisonedPage } from './testing/page.ts';
import { chromiumPath, type WatchedBrowser, watchedBrowser } from './testing/watched-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Low, since a browser without a graphics card spends its time on pixels.
const wide = { width: 1280, height: 320 };
const narrow = { width: 390, height: 320 };

describe.skipIf(chromiumPath === undefined)('in a browser', () => {
  const example = reportHtml(pageContent);
  let watched: WatchedBrowser;
  let page: Page;

  beforeAll(async () => {
    watched = await watchedBrowser();
    page = watched.page;
  });
  afterAll(() => watched?.close());

  beforeEach(async () => {
    await page.setViewportSize(wide);
    await page.emulateMedia({ media: null, colorScheme: null });
    watched.write(example);
    await watched.open();
  });
  afterEach(() => {
    expect(watched.asked()).toEqual([]);
    expect(watched.said()).toEqual([]);
  });

  const shownStatements = () =>
    page.locator('.statement:visible').evaluateAll((all) => all.map(({ id }) => id.replace('statement-', '')));

  /** The first stop of the keyboard leads past the answer. */
  async function skipToStatements() {
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
  }

  test('it opens from disk with every section and picture, asks for nothing, and nothing is amiss', async () => {
    for (const id of ['answer', 'contradictions', 'statements', 'figures', 'attachments', 'meaning', 'limits']) {
      expect(await page.locator(`#${id}`).isVisible(), id).toBe(true);
    }
    expect(await page.locator('.statement math').count()).toBe(pageReport.statements.length);
    const widths = await page.evaluate<number[]>('[...document.images].map((image) => image.naturalWidth)');
    expect(widths).toEqual([700, ATTACHED_WIDTH]);
  });

  test('hostile text is text: the page has the same elements, and one script', async () => {
    const elements = 'document.querySelectorAll("*").length + " elements, " + document.scripts.length + " script"';
    const counts: string[] = [];
    for (const text of ['', '</script><script>alert(1)</script>"\'><img src=x onerror=alert(1)>]]>-->\0\u202e']) {
      watched.write(poisonedPage(text));
      await watched.open();
      counts.push(await page.evaluate<string>(elements));
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[1]).toMatch(/, 1 script$/);
  });

  test('the policy stops what would load or run beside it', async () => {
    const stopped = await page.evaluate<string[]>(`new Promise((resolve) => {
      const stopped = new Set();
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        if (stopped.add(effectiveDirective).size === 4) resolve([...stopped].sort());
      });
      new Image().src = 'https://example.invalid/a.png';
      fetch('https://example.invalid/').catch(() => {});
      document.body.append(Object.assign(document.createElement('script'), { text: 'document.title = "run"' }));
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red">');
      setTimeout(() => resolve([...stopped].sort()), 10_000); // A request that is not stopped causes no event.
    })`);
    expect(stopped).toEqual(['connect-src', 'img-src', 'script-src-elem', 'style-src-attr']);
    expect(watched.said()).not.toEqual([]);
    watched.asked();
  });

  test('verdict, section and text filter the statements from the keyboard, and the address keeps them', async () => {
    const count = page.locator('#filter-count');
    expect(await count.textContent()).toBe('All 7 statements are shown.');
    await skipToStatements();
    await watched.tabTo('[name=verdict][value="shown false"]');
    await page.keyboard.press('Space');
    expect(await shownStatements()).toEqual(['loose']);
    expect(await count.textContent()).toBe('1 of 7 statements are shown.');
    await page.reload();
    expect(await shownStatements()).toEqual(['loose']);
    await watched.tabTo('[type=reset]');
    await page.keyboard.press('Enter');
    expect(await shownStatements()).toHaveLength(7);

    await page.keyboard.press('/');
    await page.keyboard.type('Weak mutant-survives');
    expect(await shownStatements()).toEqual(['weak']);
    await watched.tabTo('[type=reset]');
    await page.keyboard.press('Enter');

    await page.keyboard.press('/');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('Before');
    expect(await shownStatements()).toEqual(['true']);
    expect(await page.locator('#section-After').isVisible()).toBe(false);
    expect(page.url()).toBe(`${watched.address}?section=Before#statements`);
  });

  test('a link leads to what is filtered out or folded', async () => {
    const unfolded = 'document.querySelector("#claim-fails details").open';
    const top = 'Math.round(document.querySelector("#claim-fails").getBoundingClientRect().top)';
    await watched.tabTo('.contradictions [href="#claim-fails"]');
    expect(await page.evaluate<boolean>(unfolded)).toBe(false);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate<boolean>(unfolded)).toBe(true);

    await watched.open('?verdict=supported#claim-fails');
    expect(await shownStatements()).toHaveLength(7);
    expect(page.url()).toBe(`${watched.address}#claim-fails`);
    expect(await page.evaluate<boolean>(unfolded)).toBe(true);
    expect(Math.abs(await page.evaluate<number>(top))).toBe(0);
  });

  test('every stop of the keyboard shows that it has the focus, and the first skips to the statements', async () => {
    const focus = () => page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
    await skipToStatements();
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.name')).toBe('verdict');
    // As many as reach a link, a box, a list, a button, a summary and what is folded in it.
    for (let stops = 0; stops < 20; stops += 1) {
      if ((await page.evaluate<string>('document.activeElement.tagName')) === 'SUMMARY')
        await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      expect(await focus()).toBe('solid');
    }
  });

  test('a command is copied by the keyboard, and the page says so', async () => {
    await watched.tabTo('.run .copy');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#announcement').textContent()).toBe('Copied');
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(pageReport.command);
  });

  test('light and dark follow the system until the reader chooses', async () => {
    const paper = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const [light, dark] = [await paper(), await page.emulateMedia({ colorScheme: 'dark' }).then(paper)];
    expect(dark).not.toBe(light);
    await watched.tabTo('#theme');
    await page.keyboard.press('Enter');
    expect(await paper()).toBe(light);
    await page.keyboard.press('Enter');
    expect(await paper()).toBe(dark);
  });

  test('axe finds nothing serious, light and dark, wide and narrow, all unfolded, and nothing scrolls sideways', async () => {
    await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
    await page.evaluate(axe);
    for (const viewport of [wide, narrow]) {
      await page.setViewportSize(viewport);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(viewport.width);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate<AxeResults>(
          'axe.run({ resultTypes: ["violations"], selectors: false })',
        );
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      }
    }
  });

  test('on paper everything is unfolded and there are no controls', async () => {
    const folded = () =>
      page.evaluate<number>(`[...document.querySelectorAll('details > :not(summary)')]
        .filter((each) => !each.checkVisibility({ contentVisibilityAuto: true })).length`);
    expect(await folded()).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(folded).toBe(0);
    // What is wider than the paper shrinks the print: A4 within its margins is 672 pixels wide.
    await page.setViewportSize({ width: 672, height: 320 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(672);
    expect(await page.locator('button:visible, form:visible, nav:visible, summary:visible').count()).toBe(0);
  });

  test('without its script all of it can be read, and there are no dead controls', async () => {
    const context = await watched.browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(watched.address);
    expect(await plain.locator('.statement:visible').count()).toBe(7);
    expect(await plain.locator('button:visible, form:visible').count()).toBe(0);
    await plain.locator('#claim-fails summary').click();
    expect(await plain.locator('#claim-fails .details').isVisible()).toBe(true);
    await context.close();
  });
});
