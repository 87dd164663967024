import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL } from '../cli/hasim.ts';
import { type Serving, serving } from '../cli/serving.ts';
import { faultsOf } from './axe.ts';
import { browserHere, openBrowser } from './chromium.ts';

describe.runIf(browserHere())('the local page in a browser', () => {
  let desk: Serving;
  let browser: Browser;
  let page: Page;
  let folder: string;
  const complaints: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hasim-desk-'));
    writeFileSync(join(folder, 'shop.yaml'), SMALL);
    desk = await serving(folder);
    browser = await openBrowser();
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await page.goto(desk.url);
    await page.getByRole('tab', { name: 'shop.yaml' }).waitFor();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const type = async (text: string): Promise<void> => {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(text);
  };

  it('shows an error in its place and what was expected, and completes', async () => {
    await type('\nalar');
    await page.locator('.cm-tooltip-autocomplete').getByText('alarms').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#problems', { hasText: /1 error · line \d+: / }).waitFor();
    expect(await page.locator('.cm-lintRange-error').count()).toBeGreaterThan(0);
    for (let i = 0; i < 5; i++) await page.keyboard.press('Backspace');
    await page.locator('#problems:not(.bad)').waitFor();
  });

  it('runs, and shows the report', async () => {
    await page.locator('#runs').fill('10');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('#output pre, #output iframe').waitFor();
  });

  it('compares a variant with what it was copied from', async () => {
    await page.getByRole('button', { name: /copy this text/ }).click();
    await page.getByRole('button', { name: 'Compare variants' }).click();
    await page.getByRole('tab', { name: /Compare variants: shop/ }).waitFor();
  });

  it('keeps the focus among the variants when one is closed by the keyboard, and is accepted by a checker of accessibility', async () => {
    expect(await faultsOf({ page })).toEqual([]);
    await page.getByRole('tab', { name: /^shop 2/ }).click();
    await page.getByRole('button', { name: /^× / }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#variants [role=tab]').count()).toBe(1);
    expect(await page.locator('#variants [role=tab]:focus').count()).toBe(1);
  });

  it('shows on a phone what has been measured, below the text', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.evaluate('scrollTo(0, 0)');
    await page.locator('#drill').click();
    const top = async () => (await page.locator('#outputs').boundingBox())!.y;
    await expect.poll(top, { timeout: 60_000 }).toBeLessThan(200);
    expect((await page.locator('#output').boundingBox())!.height).toBeGreaterThan(600);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('saves with Ctrl-S', async () => {
    await page.getByRole('tab', { name: /^shop\.yaml/ }).click();
    await type('# kept');
    await page.keyboard.press('Control+s');
    await page.locator('#saved', { hasText: /^saved$/ }).waitFor();
    expect(readFileSync(join(folder, 'shop.yaml'), 'utf8')).toBe(`${SMALL}# kept`);
  });

  it('speaks Chinese', async () => {
    await page.locator('#language').selectOption('zh');
    await page.getByRole('button', { name: '运行', exact: true }).waitFor();
    await page.locator('#problems', { hasText: '没有问题。' }).waitFor();
  });

  it('goes on with the reports that are there: their tabs, and their pages', async () => {
    const report = page.frameLocator('#output iframe');
    await page.getByRole('tab', { name: /^比较方案：shop/ }).waitFor();
    await report.locator('html.shows-zh[lang=zh-CN]').waitFor();
    await page.getByRole('tab', { name: '运行：shop.yaml' }).click();
    await report.locator('html.shows-zh[lang=zh-CN]').waitFor();
    await page.locator('#language').selectOption('en');
    await page.getByRole('tab', { name: 'Run: shop.yaml' }).waitFor();
    await report.locator('html.shows-en[lang=en]').waitFor();
  });

  it('asked nobody else for anything, and nothing went wrong', () => {
    expect([...new Set(asked)]).toEqual([new URL(desk.url).origin]);
    expect(complaints).toEqual([]);
  });
});
