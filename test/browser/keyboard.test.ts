import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { browserHere, openBrowser } from './chromium.ts';
import { type Opened, openFromDisk, pageProgram, reportOf } from './report.ts';

const A_A = readFileSync(new URL('../../scenarios/a-a.yaml', import.meta.url), 'utf8');

/** What has the focus: its name, and whether it can be seen, not beneath what stays at the top. */
const FOCUSED = `(() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const { left, top, right, bottom, width, height } = one.getBoundingClientRect();
  const x = Math.min(innerWidth - 2, Math.max(1, left + Math.min(width, 40) / 2));
  const y = Math.min(innerHeight - 2, Math.max(1, top + Math.min(height, 30) / 2));
  const there = document.elementFromPoint(x, y);
  const covered = there !== null && !one.contains(there) && !there.contains(one);
  const ring = getComputedStyle(one).outlineStyle !== 'none';
  const seen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && !covered && ring;
  return { name: one.id || one.className || one.textContent.trim(), seen };
})()`;

async function walk(page: Page, key: string): Promise<{ readonly name: string; readonly seen: boolean }[]> {
  const stops: { name: string; seen: boolean }[] = [];
  for (let i = 0; i < 400; i++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate<{ name: string; seen: boolean } | null>(FOCUSED);
    if (stop === null) break;
    stops.push(stop);
  }
  return stops;
}

describe.runIf(browserHere())('a report without a mouse, and at any width', () => {
  let browser: Browser;
  let shown: Opened;

  beforeAll(async () => {
    browser = await openBrowser();
    shown = await openFromDisk(browser, reportOf(A_A, await pageProgram(), { runs: 16, times: 6 }));
    await shown.page.emulateMedia({ reducedMotion: 'reduce' });
  }, 120_000);
  afterAll(() => browser?.close());

  it.each([
    [1366, 'Tab'],
    [1920, 'Shift+Tab'],
  ])('shows at %i pixels what has the focus, by %s', async (width, key) => {
    const { page } = shown;
    await page.setViewportSize({ width, height: 800 });
    if (key === 'Tab') await page.evaluate('document.activeElement.blur(), scrollTo(0, 0)');
    else await page.locator('footer button').last().focus();
    const stops = await walk(page, key);
    expect(stops.length).toBeGreaterThan(60);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
  });

  it('plays the replay: one stop for the runbook, arrow keys within it', async () => {
    const { page } = shown;
    await page.setViewportSize({ width: 1366, height: 800 });
    await page.locator('#scrub').fill('0');
    const tabbed = page.locator('.runbook:not([hidden]) button[tabindex="0"]');
    expect(await tabbed.count()).toBe(1);
    await tabbed.focus();
    for (const [key, scrub] of [
      ['Enter', '1'],
      ['ArrowDown', '2'],
      ['ArrowDown', '3'],
      ['ArrowUp', '2'],
      ['Home', '1'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await page.locator('#scrub').inputValue()).toBe(scrub);
      expect(await page.locator('.runbook:not([hidden]) tr.here button:focus').count()).toBe(1);
    }
    await page.keyboard.press('End');
    expect(await page.locator('#scrub').inputValue()).toBe(await page.locator('#scrub').getAttribute('max'));
  });

  it('points at one component after the other, and at nothing when it is left', async () => {
    const { page } = shown;
    await page.locator('.canvas').first().focus();
    const pointed = () => page.locator('.canvas .node.pointed .name').allTextContents();
    await page.keyboard.press('n');
    const [first] = await pointed();
    expect(await page.locator('.canvas .edge.hot').count()).toBeGreaterThan(0);
    await page.keyboard.press('n');
    expect(await pointed()).not.toEqual([first]);
    await page.keyboard.press('p');
    expect(await pointed()).toEqual([first]);
    await page.keyboard.press('Tab');
    expect([await pointed(), await page.locator('.canvas .edge.hot').count()]).toEqual([[], 0]);
  });

  it('keeps the focus at a table whose other rows were asked for', async () => {
    const { page } = shown;
    const more = page.locator('.unfold').first();
    await more.focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement.className')).toBe('scroll');
  });

  it('tells in a table what stands on the lines of the drawing', async () => {
    const { page } = shown;
    await page.locator('#architecture-list summary').focus();
    await page.keyboard.press('Enter');
    const rows = await page.locator('#ways tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split('\t').map((cell) => cell.trim().replace(/\s/g, ' ')))).toContainEqual(
      expect.arrayContaining(['app-b', 'orders-a', '50 %']),
    );
  });

  it('fits every width in either language', async () => {
    const { page } = shown;
    for (const language of ['中文', 'EN']) {
      await page.getByRole('button', { name: language, exact: true }).click();
      for (const width of [390, 768, 1366, 1920, 2560]) {
        await page.setViewportSize({ width, height: 900 });
        await expect
          .poll(() => page.evaluate<number>('document.documentElement.scrollWidth'))
          .toBeLessThanOrEqual(width);
      }
    }
  });

  it.each([
    [390, '中文', 'dark'],
    [2560, 'EN', 'light'],
  ])('is accepted by a checker of accessibility at %i pixels, %s, %s', async (width, language, theme) => {
    const { page } = shown;
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole('button', { name: language, exact: true }).click();
    await page.locator(`[data-theme-to=${theme}]`).click();
    expect(await faultsOf(shown)).toEqual([]);
  });

  it('stands the replay beside its curves where the screen is wide, and above them where it is not', async () => {
    const { page } = shown;
    const tops = async (width: number) => {
      await page.setViewportSize({ width, height: 1_000 });
      return Promise.all(['#stage', '#served'].map(async (where) => (await page.locator(where).boundingBox())!.y));
    };
    const [stage, served] = await tops(1920);
    expect(Math.abs(stage! - served!)).toBeLessThan(60);
    const [above, below] = await tops(1366);
    expect(below! - above!).toBeGreaterThan(200);
  });
});
