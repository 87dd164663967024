import {
  type CsvTable,
  chartSpecs,
  drillTables,
  htmlReport,
  markdownReport,
  type PageParts,
  runTables,
  topologyOf,
} from '../../index.ts';
import { drillsOf, incidentsOf } from '../pages/measured.ts';
import { PICTURE_PACKAGES, penForCharts } from '../pages/pictures.ts';
import { pageScript } from '../pages/script.ts';
import type { BundleFile, Evidence, Part } from './evidence.ts';

/** The page that people look at, and what it shows as text and pictures. A check has its verdicts in what it prints. */
export const page: Part = async (evidence) => {
  const parts = partsOf(evidence);
  if (parts === undefined) return [];
  const { lang: language } = evidence;
  const charts = await chartsOf(parts, evidence);
  const pictures = charts.flatMap(({ name, title }) => (title === undefined ? [] : [{ file: name, title }]));
  return [
    { name: 'report.html', content: htmlReport(parts, { language, script: pageScript() }) },
    // It shows pictures only where there are some.
    { name: 'report.md', content: markdownReport(parts, { language, pictures }), once: true },
    ...charts.map(({ title: _, ...file }) => file),
  ];
};

const MISSING = `Charts as pictures need packages that are not installed:

    npm install ${PICTURE_PACKAGES}

The page beside this folder draws them without.
`;

interface Chart extends BundleFile {
  readonly title?: string;
}

/** A picture of each chart; what is missing, where they cannot be drawn. Their bytes hang on who draws them. */
async function chartsOf(parts: PageParts, { lang }: Evidence): Promise<Chart[]> {
  const draw = await penForCharts();
  if (draw === undefined) return [{ name: 'charts/README.txt', content: MISSING, once: true }];
  return chartSpecs(parts).map((spec) => ({
    name: `charts/${spec.id}.png`,
    content: draw(spec, lang),
    once: true,
    title: spec.title[lang],
  }));
}

/** The same figures for spreadsheets. */
export const tables: Part = ({ command, result }) => {
  const made: readonly CsvTable[] =
    command === 'run' ? runTables(result) : command === 'drill' ? drillTables(result) : [];
  return made.map(({ file, content }) => ({ name: file, content }));
};

function partsOf(evidence: Evidence): PageParts | undefined {
  const { scenario } = evidence;
  if (evidence.command === 'drill') return { drill: evidence.result, topology: topologyOf(scenario) };
  if (evidence.command !== 'run') return undefined;
  const { result: run } = evidence;
  return {
    run,
    drill: drillsOf(scenario, run),
    explanation: incidentsOf(scenario, run),
    topology: topologyOf(scenario),
  };
}
