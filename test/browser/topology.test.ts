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

/** Every two things that are read of which one stands on the other, by what they say. */
const COLLISIONS = `(() => {
  const read = [...document.querySelectorAll('.figure, .pname, .spof, .users')].filter((one) => one.textContent !== '');
  const whole = [...document.querySelectorAll('.node > rect')];
  const box = (one) => one.getBoundingClientRect();
  const deep = (a, b) => Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
  const found = [];
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
});
