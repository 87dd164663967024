import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserHere, openBrowser } from './chromium.ts';
import { leadOf, type Opened, openFromDisk, pageProgram, reportOf } from './report.ts';

const LAPTOP = { width: 1366, height: 768 };
/** What the first screen owes its reader, and what each must say. */
const OWED = {
  '.first .tells': [/tier 5 against the loss of one (zone|site)/, /失去一个.*第 5 级/],
  // A figure, and what it surely lies between.
  '.first .goals': [/[\d.]+\sh \([\d.]+–[\d.]+\) ≤\s4\sh/, /[\d.]+\s小时 \([\d.]+–[\d.]+\) ≤\s4\s小时/],
  '.first .verdicts': [/met/, /达到/],
  '.first .card:nth-child(3)': [
    /[\d.]+\s% *\n*[\d.]+ to [\d.]+\s%\n*[\d.]+ nines\n.* a year/,
    /[\d.]+ 至 [\d.]+\s%\n*[\d.]+ 个 9\n*每年/,
  ],
  '.first .fix': [/Fix first\n*\S/, /最先要改进的\n*\S/],
  '#worst tbody tr:first-child': [/zone\s+[\d.]+\s(s|h)/, /可用区\s+[\d.]+\s(秒|小时)/],
  '#worst tbody tr:last-child': [/mistake\s+[\d.]+\sh/, /人为错误\s+[\d.]+\s小时/],
} as const;

const AVAILABILITY = '.first .card:nth-child(3)';
/** What decides, on the first screen of every scenario. */
const DECIDING = ['.first .tells', '.first .asks', AVAILABILITY, '.first .fix', '#worst'] as const;

/** What stands at a place, and where that ends, in pixels from the top of the screen. */
interface Seen {
  readonly text: string;
  readonly bottom: number;
}
interface Looked {
  /** All that stands at each place. */
  readonly found: readonly (readonly Seen[])[];
  /** Rows of the worst recoveries. */
  readonly rows: number;
}

/** Turns a page to a language and looks at all places at once: asking for each by itself, and pressing as a hand does, takes a quarter of a second a page. */
const look = (language: string, places: readonly string[]): string => `(() => {
  document.querySelector('[data-language=${language}]').click();
  const seen = (one) => one.checkVisibility() && one.getClientRects().length > 0;
  const found = ${JSON.stringify(places)}.map((where) =>
    [...document.querySelectorAll(where)].filter(seen).map((one) => ({ text: one.innerText, bottom: one.getBoundingClientRect().bottom })));
  return { found, rows: [...document.querySelectorAll('#worst tbody tr')].filter(seen).length };
})()`;

const FOLDER = new URL('../../scenarios/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8');
const GALLERY = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.yaml') ? [file.replace('.yaml', '')] : []));

describe.runIf(browserHere())('the first screen of a report on a laptop', () => {
  let browser: Browser;
  let script: string;
  let shown: Opened;

  beforeAll(async () => {
    [browser, script] = await Promise.all([openBrowser(), pageProgram()]);
    shown = await openFromDisk(browser, '');
    await shown.page.setViewportSize(LAPTOP);
  }, 60_000);
  afterAll(() => browser?.close());

  it.each([
    ['a-a', 9],
    ['two-site-three-centre', 10],
  ])(
    'holds all of what decides, in either language: %s',
    async (name, classes) => {
      const opened = await openFromDisk(browser, reportOf(textOf(name), script, { runs: 8, times: 60 }));
      await opened.page.setViewportSize(LAPTOP);
      for (const [tongue, language] of ['EN', '中文'].entries()) {
        await opened.page.getByRole('button', { name: language, exact: true }).click();
        await opened.page.evaluate('scrollTo(0, 0)');
        for (const [where, said] of Object.entries(OWED)) {
          const found = opened.page.locator(where);
          expect(await found.innerText()).toMatch(said[tongue]!);
          expect(await bottomOf(opened, where)).toBeLessThanOrEqual(LAPTOP.height);
        }
        expect(await opened.page.locator('#worst tbody tr:visible').count()).toBe(classes);
      }
      await opened.page.close();
    },
    120_000,
  );

  it.each(
    GALLERY,
  )('holds the verdict, availability, what to fix first and the worst of every disaster: %s', async (name) => {
    const { page } = shown;
    await page.setContent(leadOf(textOf(name), script), { waitUntil: 'domcontentloaded' });
    for (const language of ['en', 'zh']) {
      const { found, rows } = await page.evaluate<Looked>(look(language, DECIDING));
      for (const [i, where] of DECIDING.entries()) {
        expect(found[i], where).toHaveLength(1);
        const [{ text, bottom }] = found[i] as [Seen];
        expect(text.trim(), where).not.toBe('');
        expect(bottom, where).toBeLessThanOrEqual(LAPTOP.height);
        if (where === AVAILABILITY) expect(text).toMatch(/[\d.]+\s%/);
      }
      expect(rows).toBeGreaterThan(4);
    }
  });
});

const bottomOf = async ({ page }: Opened, where: string): Promise<number> => {
  const box = await page.locator(where).boundingBox();
  return box === null ? Number.POSITIVE_INFINITY : box.y + box.height;
};
