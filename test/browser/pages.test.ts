import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratch, undrawn } from '../cli/hasim.ts';
import { faultsOf } from './axe.ts';
import { browserHere, openBrowser } from './chromium.ts';
import { type Opened, openFromDisk } from './report.ts';

const scenario = (name: string): string => new URL(`../../scenarios/${name}.yaml`, import.meta.url).pathname;
const FEW = ['--runs', '8', '--years', '1', '--quiet'];

describe.runIf(browserHere())('the pages of a comparison, a sweep, a check and drills in a browser', () => {
  let browser: Browser;
  let compared: Opened;
  let swept: Opened;
  let checked: Opened;
  let drilled: Opened;

  beforeAll(async () => {
    const home = scratch();
    const [a, b, c, d] = ['compared', 'swept', 'checked', 'drilled'].map((name) => join(home, name)) as [
      string,
      string,
      string,
      string,
    ];
    const sets = ['--set', 'www.ttl=1s,60s', '--set', 'slb-a.health-check.interval=2s,30s'];
    const ended = [
      await undrawn(['compare', scenario('a-a'), scenario('replication-ha'), ...FEW, '--out', a]),
      await undrawn(['sweep', scenario('a-a'), ...sets, ...FEW, '--out', b]),
      await undrawn(['check', scenario('a-a'), ...FEW, '--times', '4', '--out', c]),
      await undrawn(['drill', scenario('a-a'), '--times', '40', '--quiet', '--out', d]),
    ];
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
      [3, ''],
      [0, ''],
    ]);
    browser = await openBrowser();
    compared = await openFromDisk(browser, readFileSync(join(a, 'report.html'), 'utf8'));
    swept = await openFromDisk(browser, readFileSync(join(b, 'report.html'), 'utf8'));
    checked = await openFromDisk(browser, readFileSync(join(c, 'report.html'), 'utf8'));
    drilled = await openFromDisk(browser, readFileSync(join(d, 'report.html'), 'utf8'));
  }, 240_000);
  afterAll(() => browser?.close());

  it('plays each of those compared on its own drawing', async () => {
    const { page } = compared;
    const titles = await page.locator('#pick option').allTextContents();
    expect([...new Set(titles.map((title) => title.slice(0, 4)))]).toEqual(['A · ', 'B · ']);
    const drawn = async (story: number) => {
      await page.locator('#pick').selectOption(String(story));
      await page.locator('#forward').click();
      expect(await page.locator('#stage svg').count()).toBe(1);
      return page.locator('#stage .node .name').allTextContents();
    };
    const names = [await drawn(0), await drawn(titles.findIndex((title) => title.startsWith('B')))];
    expect(names[0]).toContain('orders-b');
    expect(names[1]).not.toEqual(names[0]);
  });

  it('draws every chart of a sweep, and sorts its points', async () => {
    const { page } = swept;
    const canvases = page.locator('canvas[data-chart]');
    expect(await canvases.count()).toBeGreaterThan(2);
    for (const canvas of await canvases.all()) {
      await canvas.scrollIntoViewIfNeeded();
      await expect
        .poll(() =>
          canvas.evaluate(
            (one) => 'toDataURL' in one && String(Reflect.apply(Reflect.get(one, 'toDataURL'), one, [])).length,
          ),
        )
        .toBeGreaterThan(4_000);
    }
    const points = () => page.locator('#points-t tbody th').allTextContents();
    expect(await points()).toEqual(['1', '2', '3', '4']);
    await page.locator('#points-t thead th button').first().click();
    expect(await points()).toEqual(['4', '3', '2', '1']);
  });

  it('shows on a phone all that are compared', async () => {
    const { page } = compared;
    await page.setViewportSize({ width: 390, height: 800 });
    const beside = page.locator('table.beside').first();
    expect(await beside.locator('td:visible').count()).toBeGreaterThan(10);
    for (const cell of await beside.locator('tbody td:visible').all()) {
      const { x, width } = (await cell.boundingBox())!;
      expect(x + width).toBeLessThanOrEqual(390);
    }
    await page.setViewportSize({ width: 1366, height: 900 });
  });

  it.each([
    ['EN', 'verdict', 'FAIL'],
    ['中文', '判定', '不通过'],
  ])('tells on a phone in %s of every objective and disaster how it is judged, and what each figure is', async (language, head, failed) => {
    const { page } = checked;
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole('button', { name: language, exact: true }).click();
    const chips = page.locator('#judged td .chip, #disasters td .chip:visible');
    expect(await chips.count()).toBeGreaterThan(8);
    for (const chip of await chips.all()) {
      const { x, width } = (await chip.boundingBox())!;
      expect(x).toBeGreaterThan(0);
      expect(x + width).toBeLessThanOrEqual(390);
    }
    const beyond = await page.evaluate<string[]>(
      `[...document.querySelectorAll('table.sorts')].filter((one) => one.parentElement.scrollWidth > one.parentElement.clientWidth).map(({ id }) => id)`,
    );
    expect(beyond).toEqual([]);
    expect(await page.locator('#disasters tbody tr').first().innerText()).toContain(failed);
    const before = () =>
      page.evaluate<string>(
        `getComputedStyle(document.querySelector('#disasters tbody td:last-child'), '::before').content`,
      );
    expect(await before()).toBe(`"${head} "`);
    await page.setViewportSize({ width: 1366, height: 900 });
    expect(await before()).toBe('none');
  });

  it.each([
    ['EN', 1_366],
    ['中文', 1_366],
    ['EN', 1_920],
  ])('holds every table, and what is played, without moving it sideways: %s, %i pixels', async (language, width) => {
    for (const { page } of [compared, swept, checked, drilled]) {
      await page.setViewportSize({ width, height: 900 });
      await page.getByRole('button', { name: language, exact: true }).click();
      const beyond = await page.evaluate<string[]>(
        `[...document.querySelectorAll('.scroll, #stage')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => (one.querySelector('table') ?? one).id)`,
      );
      expect(beyond).toEqual([]);
    }
    await compared.page.setViewportSize({ width: 1366, height: 900 });
  });

  it('stands no more than two lines beneath each other in what drills took and left behind', async () => {
    const { page } = drilled;
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    for (const width of [1_366, 1_920]) {
      await page.setViewportSize({ width, height: 900 });
      for (const table of ['#drill-0', '#drill-data']) {
        const cells = page.locator(`${table} tbody td:visible`);
        expect(await cells.count()).toBeGreaterThan(20);
        const high = await cells.evaluateAll((all) => all.map((one) => one.clientHeight));
        // Two lines of 23 pixels and what is above and below them.
        expect(Math.max(...high)).toBeLessThan(62);
      }
    }
    await page.setViewportSize({ width: 1366, height: 900 });
  });

  it.each(['EN', '中文'])('fills A4, and parts no word of a head of a table there: %s', async (language) => {
    for (const { page } of [drilled, checked]) {
      await page.getByRole('button', { name: language, exact: true }).click();
      await page.emulateMedia({ media: 'print' });
      // 210 mm less two margins of 14 mm.
      await page.setViewportSize({ width: 688, height: 1_000 });
      const found = await page.evaluate<string[]>(`(() => {
        const right = (one) => Math.round(one.getBoundingClientRect().right);
        const rows = [...document.querySelectorAll('.cards')].flatMap((cards) => {
          const reach = new Map();
          for (const card of cards.children) reach.set(card.offsetTop, Math.max(reach.get(card.offsetTop) ?? 0, right(card)));
          return [...reach.values()].filter((edge) => Math.abs(edge - right(cards)) > 1).map((edge) => 'cards end at ' + edge);
        });
        const cut = [...document.querySelectorAll('table')].filter((one) => one.scrollWidth > one.parentElement.clientWidth + 1);
        const parted = [...document.querySelectorAll('thead button > *')].filter((one) => {
          const lines = new Set([...one.getClientRects()].map(({ top }) => top));
          return lines.size > one.textContent.trim().split(/\\s+/).length;
        });
        return [...rows, ...[...cut, ...parted].map((one) => one.id || one.textContent)];
      })()`);
      expect(found).toEqual([]);
      expect(await page.locator('details:not([open])').count()).toBe(
        await page.locator('details:not([open]):not(:visible)').count(),
      );
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 1366, height: 900 });
    }
  });

  it('parts no word for a kind of disaster on a phone', async () => {
    const { page } = drilled;
    await page.setViewportSize({ width: 390, height: 800 });
    const kinds = page.locator('#worst tbody th');
    expect(await kinds.count()).toBeGreaterThan(6);
    for (const height of await kinds.evaluateAll((all) => all.map((one) => one.clientHeight)))
      expect(height).toBeLessThan(30);
    await page.setViewportSize({ width: 1366, height: 900 });
  });

  it('asks nobody for anything, complains of nothing, fits a phone, and is accepted by a checker of accessibility', async () => {
    for (const opened of [compared, swept, checked, drilled]) {
      for (const theme of ['light', 'dark']) {
        await opened.page.locator(`[data-theme-to=${theme}]`).click();
        expect(await faultsOf(opened)).toEqual([]);
      }
      expect([opened.asked, opened.complaints]).toEqual([[], []]);
      await opened.page.setViewportSize({ width: 390, height: 800 });
      await opened.page.getByRole('button', { name: '中文', exact: true }).click();
      await expect
        .poll(() => opened.page.evaluate<number>('document.documentElement.scrollWidth'))
        .toBeLessThanOrEqual(390);
      expect(await faultsOf(opened)).toEqual([]);
      await opened.page.setViewportSize({ width: 2560, height: 1_400 });
      expect(await faultsOf(opened)).toEqual([]);
    }
  });
});
