import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { browserHere, openBrowser } from './chromium.ts';
import { manyComponents } from './many.ts';
import { type Opened, openFromDisk, pageProgram, reportOf } from './report.ts';

const A_A = readFileSync(new URL('../../scenarios/a-a.yaml', import.meta.url), 'utf8');

const HOSTILE_NAME = `</script><script>document.title='owned'</script>"' 🦊 <img src=x onerror=document.title='owned'>`;

describe.runIf(browserHere())('a report in a browser', () => {
  let browser: Browser;
  let script: string;
  let content: string;
  let report: Opened;
  let large: string;

  beforeAll(async () => {
    [browser, script] = await Promise.all([openBrowser(), pageProgram()]);
    content = reportOf(A_A, script, { runs: 32, times: 8 });
    report = await openFromDisk(browser, content);
    large = reportOf(manyComponents(), script, { runs: 1, times: 1, fault: 'zone' });
  }, 120_000);
  afterAll(() => browser?.close());

  it('opens from the disk, asks nobody for anything, and complains of nothing', () => {
    expect(report.asked).toEqual([]);
    expect(report.complaints).toEqual([]);
  });

  it('shows the architecture with what flows', async () => {
    const drawing = report.page.locator('.drawing svg.topology');
    expect(await drawing.locator('.node').count()).toBe(7);
    expect(await drawing.locator('.flow.traffic .figure').first().textContent()).toBe('50 %');
    expect(await drawing.locator('.flow.store .figure').first().textContent()).toBe('50 %');
  });

  it('sorts a table by a column, either way', async () => {
    const { page } = report;
    const figures = () =>
      page
        .locator('#headroom-0 tbody td.n')
        .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-v'))));
    const head = page.locator('#headroom-0 thead th.n button');
    await head.click();
    const falling = await figures();
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
    expect(new Set(falling).size).toBeGreaterThan(1);
    await head.click();
    expect(await figures()).toEqual([...falling].sort((a, b) => a - b));
  });

  it('speaks either language', async () => {
    const { page } = report;
    await page.getByRole('button', { name: '中文' }).click();
    expect(await page.locator('#assumptions-h').innerText()).toBe('假设');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator('#pick option').first().textContent()).toContain('演练');
    await page.getByRole('button', { name: 'EN' }).click();
    expect(await page.locator('#assumptions-h').innerText()).toBe('Assumptions');
  });

  it('turns dark and light', async () => {
    const { page } = report;
    const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    await page.locator('[data-theme-to=light]').click();
    const light = await ground();
    await page.locator('[data-theme-to=dark]').click();
    expect(await ground()).not.toBe(light);
    await page.locator('[data-theme-to=auto]').click();
  });

  it('plays the loss of a zone: its box breaks, what is served falls, and it comes back whole when one steps back', async () => {
    const { page } = report;
    expect(await page.locator('#pick option').first().textContent()).toContain('zone cn-beijing/a');
    await page.locator('#forward').click();
    await page.locator('#stage [data-truth=down]').first().waitFor();
    expect(await page.locator('.runbook:not([hidden]) tr.here').count()).toBe(1);
    const last = Number(await page.locator('#scrub').getAttribute('max'));
    expect(last).toBeGreaterThan(5);
    await page.locator('#scrub').fill(String(last));
    expect(await page.locator('#clock').textContent()).toMatch(/^T\+/);
    expect(await page.locator('#lanes rect').count()).toBeGreaterThan(2);
    await page.locator('#scrub').fill('0');
    expect(await page.locator('#stage [data-truth]').count()).toBe(0);
  });

  it('writes on the ways what goes along them at each moment, and as it was drawn when one steps back', async () => {
    const { page } = report;
    const figures = () => page.locator('#stage .flow .figure').allTextContents();
    const calm = await figures();
    await page.locator('#forward').click();
    const struck = await figures();
    expect(struck).not.toEqual(calm);
    // Nothing gets through to the lost zone; the copy of its data grows old.
    expect(struck).toContain('0 %');
    expect(struck.some((text) => /lag [\d.]+ (ms|s|min)$/.test(text))).toBe(true);
    await page.locator('#back').click();
    expect(await figures()).toEqual(calm);
  });

  it('draws a way as gone when the last of the users goes another, and not when its name answers something else', async () => {
    const { page } = report;
    const runbook = page.locator('.runbook:not([hidden])');
    const moment = Number(
      await runbook.locator('tr', { hasText: 'www answers slb-b' }).first().getAttribute('data-moment'),
    );
    const way = page.locator('#stage .edge.traffic.off');
    await page.locator('#scrub').fill(String(moment + 2));
    expect(await way.count()).toBe(1);
    const told = page.locator('#stage .flow.traffic.off .figure');
    const share = async () => Number((await told.textContent())!.replace('%', ''));
    const opacity = () =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('#stage .edge.traffic.off path')).opacity`);
    // Their copies of the old answer run out one after the other.
    expect(await share()).toBeGreaterThan(0);
    expect(await told.isVisible()).toBe(true);
    expect(await opacity()).toBe('1');
    await page.locator('#scrub').fill(String(await page.locator('#scrub').getAttribute('max')));
    expect(await share()).toBe(0);
    expect(await told.isVisible()).toBe(false);
    expect(await opacity()).toBe('0.2');
    await page.locator('#scrub').fill('0');
  });

  it('plays by itself and pauses', async () => {
    const { page } = report;
    await page.getByRole('button', { name: 'Play' }).click();
    await expect
      .poll(async () => Number(await page.locator('#scrub').inputValue()), { timeout: 10_000 })
      .toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Play' }).waitFor();
  });

  it.each(['light', 'dark'])('is accepted by a checker of accessibility, %s', async (theme) => {
    await report.page.locator(`[data-theme-to=${theme}]`).click();
    expect(await faultsOf(report)).toEqual([]);
  });

  it('fits a phone without scrolling sideways, and its drawings open on the users', async () => {
    const phone = await openFromDisk(browser, content, 390);
    expect(await phone.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    for (const room of ['.drawing .canvas', '#stage']) {
      const [box, users] = await Promise.all(
        [room, `${room} .users`].map((one) => phone.page.locator(one).first().boundingBox()),
      );
      expect(users!.x, room).toBeGreaterThanOrEqual(box!.x);
      expect(users!.x + users!.width, room).toBeLessThanOrEqual(box!.x + box!.width);
    }
    await phone.page.close();
  });

  it.each([
    'EN',
    '中文',
  ])('tells beside the lanes of a replay, and above its curves, names that stand on nothing on a phone: %s', async (language) => {
    const { page } = await openFromDisk(browser, content, 390);
    await page.getByRole('button', { name: language, exact: true }).click();
    const told = await page.evaluate<
      { readonly name: string; readonly cut: boolean; readonly on: string[] }[]
    >(`(() => {
      const box = (one) => one.getBoundingClientRect();
      const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
      return [...document.querySelectorAll('.svg svg')].flatMap((svg) => [...svg.querySelectorAll('.name')].map((name) => ({
        name: name.firstChild.textContent,
        cut: box(name).left < box(svg).left - 1 || box(name).right > box(svg).right + 1,
        on: [...svg.querySelectorAll('rect, .grid, .cursor, .curve, text')].filter((one) => one !== name && meet(box(name), box(one))).map((one) => one.outerHTML),
      })));
    })()`);
    expect(told.length).toBeGreaterThan(4);
    for (const { name, cut, on } of told) expect([name, cut, on]).toEqual([name, false, []]);
    await page.close();
  });

  it('fits on A4 in light colours when a dark page is printed, with all rows, and is as before afterwards', async () => {
    const { page, complaints } = await openFromDisk(browser, content, 1366);
    await page.locator('[data-theme-to=dark]').click();
    const widths = () =>
      page.evaluate<number[]>(`[...document.querySelectorAll('canvas[data-chart]')].map((one) => one.clientWidth)`);
    await page.locator('canvas[data-chart]').first().scrollIntoViewIfNeeded();
    await expect.poll(async () => (await widths())[0]).toBeGreaterThan(1_000);
    await page.emulateMedia({ media: 'print' });
    // 210 mm less two margins of 14 mm.
    await page.setViewportSize({ width: 688, height: 1_000 });
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    const drawn = await widths();
    expect(drawn.length).toBeGreaterThan(5);
    for (const width of drawn) expect(width).toBe(655);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(688);
    expect(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    const cut = await page.evaluate<string[]>(
      `[...document.querySelectorAll('table')].filter((one) => one.scrollWidth > one.parentElement.clientWidth + 1).map((one) => one.id)`,
    );
    expect(cut).toEqual([]);
    expect(await page.locator('#assumptions-t tbody tr:visible').count()).toBeGreaterThan(20);
    const printed = (await page.locator('.runbook:visible caption').allInnerTexts()).filter((text) => text !== '');
    for (const told of [/^Drill: zone .*typical/, /^Drill: zone .*worst/, /^Drill: link .*typical/, /^Incident: /])
      expect(printed.filter((text) => told.test(text)).length).toBeGreaterThan(0);
    expect(printed.length).toBeLessThan(await page.locator('.runbook').count());
    expect(await page.locator('.zoom').first().isVisible()).toBe(false);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1_366, height: 900 });
    await expect.poll(async () => (await widths())[0]).toBeGreaterThan(1_000);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('stands still where scripts are off, with every figure', async () => {
    const page = await openFromDisk(browser, content.replace(/<script>[\s\S]*<\/script>/, ''));
    expect(page.complaints).toEqual([]);
    expect(await page.page.locator('.runbook').first().isVisible()).toBe(true);
    await page.page.close();
  });

  it('lets nothing in a scenario act', async () => {
    const text = A_A.replace('name: 同城双活 A-A', `name: ${JSON.stringify(HOSTILE_NAME)}`);
    expect(text).not.toBe(A_A);
    const hostile = await openFromDisk(browser, reportOf(text, script, { runs: 4, times: 2 }));
    expect(await hostile.page.locator('h1').textContent()).toBe(HOSTILE_NAME);
    expect(await hostile.page.title()).toContain('</script>');
    expect(hostile.complaints).toEqual([]);
    expect(hostile.asked).toEqual([]);
    await hostile.page.close();
  });

  it('opens with 200 components in less than 2 s and 3 MB', async () => {
    expect(Buffer.byteLength(large)).toBeLessThan(3e6);
    const opened = await openFromDisk(browser, large);
    expect(await opened.page.locator('.drawing .node').count()).toBe(200);
    expect(opened.took).toBeLessThan(2_000);
    expect(opened.complaints).toEqual([]);
    await opened.page.close();
  });

  it('tells the names of 200 components in letters that can be read, shows all of them at once, and finds what breaks', async () => {
    const { page } = await openFromDisk(browser, large);
    const canvas = page.locator('.drawing .canvas');
    /** Of the letters of names, in pixels of the screen. */
    const letters = () =>
      page.evaluate<number>(
        `(() => { const svg = document.querySelector('.drawing svg.topology'); return 13 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width; })()`,
      );
    expect(await letters()).toBeGreaterThan(11);
    const isWhole = () => canvas.evaluate((one) => one.scrollHeight <= one.clientHeight + 1);
    expect(await isWhole()).toBe(false);
    await page.getByRole('button', { name: 'All of it' }).first().click();
    expect(await isWhole()).toBe(true);
    await canvas.focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('+');
    expect(await isWhole()).toBe(false);
    await page.getByRole('button', { name: 'As drawn' }).first().click();
    expect(await letters()).toBeCloseTo(13, 1);
    await page.locator('#pick').selectOption({ index: 1 });
    await page.locator('#forward').click();
    const [stage, broken] = await Promise.all([
      page.locator('#stage').boundingBox(),
      page.locator('#stage [data-truth=down]').first().boundingBox(),
    ]);
    expect(broken!.y).toBeLessThan(stage!.y + stage!.height);
    expect(broken!.y + broken!.height).toBeGreaterThan(stage!.y);
    await page.close();
  });
});
