import {
  type CsvTable,
  drillTables,
  htmlReport,
  markdownReport,
  type PageParts,
  pictureSpecs,
  runTables,
  topologyOf,
} from '../../index.ts';
import { picturesOf } from '../pages/drawn.ts';
import { drillsOf, incidentsOf } from '../pages/measured.ts';
import { pageScript } from '../pages/script.ts';
import type { Evidence, Part } from './evidence.ts';

/** The page that people look at, and what it shows as text and pictures. A check has its verdicts in what it prints. */
export const page: Part = async (evidence) => {
  const parts = partsOf(evidence);
  if (parts === undefined) return [];
  const { lang: language } = evidence;
  const { files, pictures } = await picturesOf(pictureSpecs(parts), language);
  return [
    { name: 'report.html', content: htmlReport(parts, { language, script: pageScript() }) },
    // It shows pictures only where there are some.
    { name: 'report.md', content: markdownReport(parts, { language, pictures }), once: true },
    ...files,
  ];
};

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
