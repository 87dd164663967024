import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, writeDigests } from './digests.ts';
import { downtime, lost, used } from './figures.ts';
import { FOLDER, type Measured, measure, RUNS, scenarioFiles, scenarioOf, TIMES, textOf, YEARS } from './measured.ts';
import { comparePrices, pricesText } from './prices.ts';
import { writeReports } from './reports.ts';

/** A scenario in a line: its name, what it is, and what was measured. */
export interface Row {
  readonly file: string;
  readonly name: string;
  readonly about: string;
  /** Undefined where nothing was measured. */
  readonly figures: readonly string[] | undefined;
}

/** What the head of a file says in its first line: `# 单机 / one server: …`. */
const headline = (text: string): string => /^#\s*(.+)$/m.exec(text)?.[1]?.trim() ?? '';

/** What the head of a scenario says, and the figures of what was measured of it, if anything was. */
export function rowOf(file: string, measured?: Measured): Row {
  const row = { file, name: scenarioOf(file).name, about: headline(textOf(file)) };
  return { ...row, figures: measured && figuresOf(measured) };
}

/** Of the workload that fares worst: downtime, the loss of a site or zone, what the capacity does. */
function figuresOf({ run, drill }: Measured): string[] {
  const workloads = Object.values(run.workloads);
  const worst = workloads.sort(
    (a, b) => (b.downtimeMinutesPerYear.mean ?? 0) - (a.downtimeMinutesPerYear.mean ?? 0),
  )[0];
  return [downtime(worst), lost(drill, 'rto'), lost(drill, 'rpo'), used(run)];
}

const escaped = (text: string): string => text.replaceAll('|', '\\|');

/** One line of the table. */
export const lineOf = ({ file, about, figures = [] }: Row): string =>
  `| [${file.replace('.yaml', '')}](${file}) | ${escaped(about)} | ${figures.join(' | ')} |`;

/** The page that lists every scenario. */
export function galleryText(rows: readonly Row[], prices: readonly string[]): string {
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
    ...prices,
  ].join('\n');
}

if (process.argv[1]?.endsWith('gallery.js')) {
  const files = scenarioFiles();
  const all = new Map<string, Measured>();
  for (const file of files) {
    process.stderr.write(`${file}\n`);
    all.set(file, measure(file));
  }
  writeFileSync(
    join(FOLDER, 'README.md'),
    galleryText(
      files.map((file) => rowOf(file, all.get(file))),
      pricesText(comparePrices()),
    ),
  );
  await writeReports(all);
  writeDigests(new Map([...all].map(([file, one]) => [file, digestOf(file, one, lineOf(rowOf(file, one)))])));
}
