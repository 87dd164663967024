import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { penForCharts } from '../src/cli/pages/pictures.ts';
import {
  chartSpecs,
  costAgainstDowntime,
  type DrillResult,
  htmlReport,
  markdownReport,
  money,
  type Result,
  span,
  topologyOf,
  wordsOf,
} from '../src/index.ts';
import { availability, downtime, lost, used } from './figures.ts';
import { FOLDER, type Measured, RUNS, TIMES, YEARS } from './measured.ts';

/** Where the reports of the project's own scenarios stand; pages are not kept, they are made again in a minute. */
const REPORTS = 'reports';
const CHARTS = 'charts';
const PAGES = 'pages';
/** Where the project was built, its pages move; elsewhere they stand still. */
const PROGRAM = 'dist/page/page.js';
const WORDS = wordsOf('en');
/** The two charts that stand in a report: what users wait for, and how long each disaster takes. */
const SHOWN = ['rto', 'phases'];

const nameOf = (file: string): string => file.replace(/\.yaml$/, '');

/** A scenario's report as it stands in the folder. */
export function reportOf(file: string, { run, drill }: Measured): string {
  const pictures = chartSpecs({ run, drill })
    .filter(({ id }) => SHOWN.includes(id))
    .map(({ id, title }) => ({ file: `${CHARTS}/${nameOf(file)}-${id}.png`, title: title.en }));
  return markdownReport({ run, drill }, { pictures });
}

/** Writes every report with its charts, its page, and the index that compares them all. */
export async function writeReports(all: ReadonlyMap<string, Measured>): Promise<void> {
  for (const folder of [CHARTS, PAGES]) mkdirSync(join(REPORTS, folder), { recursive: true });
  const draw = await penForCharts();
  const script = existsSync(PROGRAM) ? readFileSync(PROGRAM, 'utf8') : undefined;
  for (const [file, measured] of all) {
    const { run, drill, scenario } = measured;
    writeFileSync(join(REPORTS, `${nameOf(file)}.md`), reportOf(file, measured));
    writeFileSync(
      join(REPORTS, PAGES, `${nameOf(file)}.html`),
      htmlReport({ run, drill, topology: topologyOf(scenario) }, script === undefined ? {} : { script }),
    );
    for (const spec of chartSpecs({ run, drill })) {
      if (!SHOWN.includes(spec.id) || draw === undefined) continue;
      writeFileSync(join(REPORTS, CHARTS, `${nameOf(file)}-${spec.id}.png`), draw(spec, 'en'));
    }
  }
  await writeCosts(all);
  writeFileSync(join(REPORTS, 'README.md'), indexText(all));
}

/** One chart of all that state what they cost. */
const COSTS = `${CHARTS}/cost-against-downtime.png`;

/** What each costs against how long it is down, as a picture. */
export async function writeCosts(all: ReadonlyMap<string, Measured>): Promise<void> {
  const draw = await penForCharts();
  for (const spec of costsOf(all)) if (draw !== undefined) writeFileSync(join(REPORTS, COSTS), draw(spec, 'en'));
}

/** Of those that say what they cost to run: what states the price of one part alone cannot stand beside them. */
const costsOf = (all: ReadonlyMap<string, Measured>) =>
  costAgainstDowntime([...all.values()].map(({ run }) => run).filter(({ cost }) => (cost?.perMonth ?? 0) > 0));

/** The section of the index that shows it; each dot beside its figures, for who cannot see the picture. */
export function costsText(all: ReadonlyMap<string, Measured>): string[] {
  return costsOf(all).flatMap(({ title, body }) => {
    if (body.kind !== 'lines') return [];
    const heads = [`| scenario | ${body.x.title.en} | ${body.y.title.en} |`, '|---|---:|---:|'];
    const rows = [...all].flatMap(([file, { run }]) => costRow(file, run)).sort(([a], [b]) => a - b);
    const lines = rows.map(([, line]) => line);
    return ['', `## ${title.en}`, '', ABOUT_COSTS, '', `![${title.en}](${COSTS})`, '', ...heads, ...lines];
  });
}

/** What a scenario costs without its downtime, and its line of the table. */
export function costRow(file: string, { cost, workloads }: Result): (readonly [paid: number, line: string])[] {
  const worst = Object.values(workloads).sort(
    (a, b) => (b.downtimeMinutesPerYear.mean ?? 0) - (a.downtimeMinutesPerYear.mean ?? 0),
  )[0];
  if (cost === null || cost.perMonth <= 0 || (worst?.downtimeMinutesPerYear.mean ?? null) === null) return [];
  const paid = cost.once + cost.tcoPerYears.years * (12 * cost.perMonth + cost.staffPerYear);
  return [[paid, `| [${nameOf(file)}](${nameOf(file)}.md) | ${money(paid)} | ${downtime(worst)} |`]];
}

const ABOUT_COSTS =
  'Of the scenarios that state what they cost to run; prices are examples: further left costs less, further down is down less, with its 95 % interval; named are those that no other beats in both.';

const escaped = (text: string): string => text.replaceAll('|', '\\|');

/** A scenario in the index. */
export function indexLine(file: string, { run, drill, scenario }: Measured): string {
  const worst = Object.values(run.workloads).sort(
    (a, b) => (b.downtimeMinutesPerYear.mean ?? 0) - (a.downtimeMinutesPerYear.mean ?? 0),
  )[0];
  const figures = [
    availability(worst),
    downtime(worst),
    lost(drill, 'rto'),
    lost(drill, 'rpo'),
    tier(drill),
    cost(run),
    used(run),
  ];
  return `| [${nameOf(file)}](${nameOf(file)}.md) | ${escaped(scenario.name)} | ${figures.join(' | ')} |`;
}

/** `5 (zone)`: the highest tier proven, and against the loss of what. */
function tier({ standard }: DrillResult): string {
  if (standard.scope === null || standard.tier === null) return '';
  return `${standard.tier === 0 ? '–' : standard.tier} (${standard.scope})`;
}

/** What the stated prices make a year: twelve months, and staff; not what is paid once, and not what downtime costs. */
function cost({ cost: stated }: Result): string {
  if (stated === null) return '';
  return `${money(12 * stated.perMonth + stated.staffPerYear)} ${stated.currency ?? ''}`.trim();
}

function indexText(all: ReadonlyMap<string, Measured>): string {
  const minutes = span(RUNS * YEARS * 365.25 * 86_400, WORDS);
  return [
    '# Reports',
    '',
    `Written by \`npm run scenarios\`: each of the [scenarios](../${FOLDER}/README.md) run ${RUNS} times for ${YEARS} years (${minutes}), and every fault`,
    `drilled ${TIMES} times. Availability by time and downtime a year of the workload that fares worst, in brackets what each lies between (95 %); RTO and RPO are the 95 % quantile of the`,
    'worst zone or site (*not back*: service did not come back while it stayed lost; –: nothing took over); the tier of GB/T 20988-2007 is the',
    'highest that drills, topology and declarations prove, for the scope in brackets (–: not even the first); *cost a year* adds',
    'up the stated prices of twelve months and of staff, without what is paid once and what downtime costs (empty: no price is stated); *used* is',
    'the share of the paid capacity that serves while all is well. The same command writes a page for each into `pages/` here, with the',
    'architecture drawn and every table; `hasim run SCENARIO --out FOLDER` writes one with replays.',
    '',
    '| scenario | name | availability | downtime a year | RTO | RPO | tier | cost a year | used |',
    '|---|---|---:|---:|---:|---:|---|---:|---:|',
    ...[...all].map(([file, measured]) => indexLine(file, measured)),
    ...costsText(all),
    '',
  ].join('\n');
}
