import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Drill,
  type DrillResult,
  Experiment,
  parseDuration,
  type Result,
  readScenario,
  span,
  wordsOf,
} from '../src/index.ts';

/** Few enough that all scenarios together take about a minute, and enough for a first figure. */
const RUNS = 64;
const YEARS = 10;
const TIMES = 60;
const SEED = '1';
/** The command runs at the top of the project, and so do its tests. */
const FOLDER = 'scenarios';
const ORIGIN = { file: '', sha256: '' };
const WORDS = wordsOf('en');

/** A scenario in a line: its name, what it is, and what was measured. */
export interface Row {
  readonly file: string;
  readonly name: string;
  readonly about: string;
  /** Undefined where nothing was measured. */
  readonly figures: readonly string[] | undefined;
}

/** The files of all scenarios, in the order of the alphabet. */
export const scenarioFiles = (): string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .sort();

/** What the head of a file says in its first line: `# 单机 / one server: …`. */
const headline = (text: string): string => /^#\s*(.+)$/m.exec(text)?.[1]?.trim() ?? '';

/** Measures a scenario, or only reads it. */
export function rowOf(file: string, measured: boolean): Row {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const { scenario } = readScenario(text, file);
  if (scenario === undefined) throw new Error(`${file} has mistakes`);
  const row = { file, name: scenario.name, about: headline(text) };
  if (!measured) return { ...row, figures: undefined };
  const experiment = new Experiment(scenario, { runs: RUNS, years: YEARS, seed: SEED });
  while (experiment.step());
  const lostFor = parseDuration('7d')!;
  const drill = new Drill(scenario, { seed: SEED, times: TIMES, lostFor });
  while (drill.step());
  return { ...row, figures: figuresOf(experiment.result(ORIGIN), drill.result(ORIGIN)) };
}

/** Of the workload that fares worst: downtime, the loss of a site or zone, what the capacity does. */
function figuresOf(result: Result, drills: DrillResult): string[] {
  const workloads = Object.values(result.workloads);
  const worst = workloads.sort(
    (a, b) => (b.downtimeMinutesPerYear.mean ?? 0) - (a.downtimeMinutesPerYear.mean ?? 0),
  )[0];
  return [downtime(worst), lost(drills, 'rto'), lost(drills, 'rpo'), used(result)];
}

function downtime(worst: Result['workloads'][string] | undefined): string {
  if (worst === undefined) return '';
  const { mean, low, high } = worst.downtimeMinutesPerYear;
  if (mean === null) return 'none seen';
  const text = (minutes: number | null): string => (minutes === null ? '?' : span(minutes * 60, WORDS));
  return `${text(mean)} (${text(low)} to ${text(high)})`;
}

/** The worst zone or site: p95 of its drills, or that service did not come back. */
function lost({ rows }: DrillResult, what: 'rto' | 'rpo'): string {
  const sites = rows.filter((row) => (row.class === 'zone' || row.class === 'idc') && row.fault === 'lost');
  if (sites.length === 0) return '';
  if (what === 'rpo') {
    const ages = sites.flatMap(({ stores }) => stores.map(({ rpoSeconds }) => rpoSeconds.p95 ?? 0));
    return ages.length === 0 ? '–' : span(Math.max(...ages), WORDS);
  }
  const failed = Math.max(...sites.flatMap(({ workloads }) => workloads.map((one) => one.failed.share)));
  if (failed > 0.05) return 'not back';
  return span(
    Math.max(...sites.flatMap(({ workloads }) => workloads.map(({ rtoSeconds }) => rtoSeconds.p95 ?? 0))),
    WORDS,
  );
}

const used = ({ utilisation: { serving } }: Result): string =>
  serving === null ? '' : `${Math.round(100 * serving)} %`;

const escaped = (text: string): string => text.replaceAll('|', '\\|');

/** One line of the table. */
export const lineOf = ({ file, about, figures = [] }: Row): string =>
  `| [${file.replace('.yaml', '')}](${file}) | ${escaped(about)} | ${figures.join(' | ')} |`;

/** The page that lists every scenario. */
export function galleryText(rows: readonly Row[]): string {
  return [
    '# Scenarios',
    '',
    'Written by `npm run scenarios`. Downtime a year of the workload that fares worst, with its 95 % interval, from',
    `${RUNS} runs of ${YEARS} years; recovery time and recovery point are the 95 % quantile of the worst zone or site in ${TIMES} drills each`,
    '(*not back*: service did not come back while the site stayed lost; –: nothing took over, so nothing was left behind); *used* is the share',
    'of the paid capacity that serves while all is well. `hasim run` and `hasim drill` measure more, and more surely.',
    '',
    '| scenario | what it is | downtime a year | RTO, a site lost | RPO | used |',
    '|---|---|---|---|---|---|',
    ...rows.map(lineOf),
    '',
  ].join('\n');
}

if (process.argv[1]?.endsWith('gallery.js')) {
  const rows = scenarioFiles().map((file) => {
    process.stderr.write(`${file}\n`);
    return rowOf(file, true);
  });
  writeFileSync(join(FOLDER, 'README.md'), galleryText(rows));
}
