import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { Drill, Experiment, Explainer, htmlReport, parseDuration, readScenario, topologyOf } from '../../src/index.ts';

/** The page's program, bundled from its source. */
export async function pageProgram(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/page/main.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]!.text;
}

/** A page of a run with drills and incidents. */
export function reportOf(
  text: string,
  script: string,
  { runs, times, fault }: { readonly runs: number; readonly times: number; readonly fault?: string },
): string {
  const { scenario, problems } = readScenario(text, 'shop.yaml');
  if (scenario === undefined) throw new Error(JSON.stringify(problems));
  const origin = { file: 'shop.yaml', sha256: '0'.repeat(64) };
  const experiment = new Experiment(scenario, { runs, years: 2, seed: '1' });
  while (experiment.step());
  const drill = new Drill(scenario, {
    times,
    seed: '1',
    lostFor: parseDuration('1d')!,
    timelines: true,
    ...(fault !== undefined && { fault }),
  });
  while (drill.step());
  const explainer = new Explainer(scenario, { runs, years: 2, seed: '1' });
  while (explainer.step());
  const parts = {
    run: experiment.result(origin),
    drill: drill.result(origin),
    explanation: explainer.explanation(origin),
    topology: topologyOf(scenario),
  };
  return htmlReport(parts, { script });
}

/** A page that has no more than its first screen takes: few runs, each loss drilled a few times, no incidents. */
export function leadOf(text: string, script: string): string {
  const { scenario } = readScenario(text, 'shop.yaml');
  const origin = { file: 'shop.yaml', sha256: '0'.repeat(64) };
  const experiment = new Experiment(scenario!, { runs: 4, years: 1, seed: '1' });
  while (experiment.step());
  const drill = new Drill(scenario!, { times: 2, seed: '1', lostFor: parseDuration('1d')! });
  while (drill.step());
  return htmlReport({ run: experiment.result(origin), drill: drill.result(origin) }, { script });
}

export interface Opened {
  readonly page: Page;
  /** Errors of scripts and of the console. */
  readonly complaints: readonly string[];
  /** Addresses that were asked for, the page's own aside. */
  readonly asked: readonly string[];
  /** From the call to the end of loading, milliseconds. */
  readonly took: number;
}

/** Opens a page from the disk, as a reader does. */
export async function openFromDisk(browser: Browser, content: string, width = 1366): Promise<Opened> {
  const file = join(mkdtempSync(join(tmpdir(), 'hasim-page-')), 'report.html');
  writeFileSync(file, content);
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const address = pathToFileURL(file).href;
  page.on('request', (request) => {
    if (request.url() !== address) asked.push(request.url());
  });
  const began = performance.now();
  await page.goto(address);
  return { page, complaints, asked, took: performance.now() - began };
}
