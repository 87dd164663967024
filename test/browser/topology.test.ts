import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { topologyOf } from '../../src/experiment/index.ts';
import { readScenario } from '../../src/index.ts';
import { STYLE } from '../../src/report/html/style.ts';
import { drawing } from '../../src/report/html/topology/draw.ts';
import { browserHere, openBrowser } from './chromium.ts';

const FOLDER = new URL('../../scenarios/', import.meta.url);
const GALLERY = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));

/** Every two things that are read of which one stands on the other, and what stands beyond an edge, by what they say. */
const COLLISIONS = `(() => {
  const read = [...document.querySelectorAll('.figure, .pname, .spof, .users')].filter((one) => one.textContent !== '');
  const whole = [...document.querySelectorAll('.node > rect')];
  const box = (one) => one.getBoundingClientRect();
  const deep = (a, b) => Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
  const frame = box(document.querySelector('svg.topology'));
  const found = read.filter((one) => box(one).left < frame.left || box(one).right > frame.right).map((one) => one.textContent + ' | edge');
  for (const [i, one] of read.entries()) {
    for (const other of read.slice(i + 1)) if (deep(box(one), box(other)) > 2) found.push(one.textContent + ' | ' + other.textContent);
    if (!one.matches('.spof')) for (const node of whole) if (deep(box(one), box(node)) > 2) found.push(one.textContent + ' | ' + node.parentElement.textContent);
  }
  return found;
})()`;

describe.runIf(browserHere())('a drawing of an architecture', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  }, 60_000);
  afterAll(() => browser?.close());

  it.each(
    GALLERY,
  )('%s: nothing that is read stands on anything else, though every part were a single point of failure', async (file) => {
    const topology = topologyOf(readScenario(readFileSync(new URL(file, FOLDER), 'utf8'), file).scenario!);
    const weak = new Set([
      ...topology.nodes.map(({ component }) => component),
      ...topology.places.map(({ path }) => path),
    ]);
    const { markup } = drawing(topology, weak);
    for (const language of ['en', 'zh']) {
      await page.setContent(
        `<html class="shows-${language}"><style>${STYLE}</style><body class="shows-${language}"><div class="canvas">${markup}</div></body></html>`,
      );
      expect(await page.locator('.topology .node').count()).toBe(topology.nodes.length);
      expect(await page.evaluate<string[]>(COLLISIONS)).toStrictEqual([]);
    }
  });

  it.each([
    ['a-a', 768, 1],
    ['remote-dr', 768, 1],
    ['remote-dr', 1_080, 0.9],
    ['multi-region-active', 1_080, 0.67],
  ])('%s: is seen whole on a screen of %i pixels where its letters can then be read, else as large as it is drawn', async (name, height, smallest) => {
    await page.setViewportSize({ width: 1_366, height });
    const { markup } = drawing(
      topologyOf(readScenario(readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8'), name).scenario!),
      new Set(),
    );
    await page.setContent(
      `<html class="shows-en"><style>${STYLE}</style><body><div class="canvas">${markup}</div></body></html>`,
    );
    const [scale, scrolls] = await page.evaluate<[number, boolean]>(
      `[document.querySelector('svg').getScreenCTM().a, document.querySelector('.canvas').scrollHeight > document.querySelector('.canvas').clientHeight]`,
    );
    expect(scale).toBeGreaterThanOrEqual(smallest);
    expect(scale).toBeLessThanOrEqual(1);
    expect(scrolls).toBe(name === 'remote-dr' && height === 768);
  });
});
