import {
  type CsvTable,
  checkTables,
  drillTables,
  htmlCheck,
  htmlReport,
  markdownReport,
  type PageParts,
  pictureSpecs,
  runTables,
  topologyOf,
} from '../../index.ts';
import { picturesOf } from '../pages/drawn.ts';
import { incidentsOf } from '../pages/measured.ts';
import { pageScript } from '../pages/script.ts';
import type { Drills, Evidence, Part } from './evidence.ts';

/** The page that people look at, and what it shows as text and pictures. */
export const page: Part = async (evidence, drills) => {
  if (evidence.command === 'check') {
    const { lang: language, result, since } = evidence;
    return [{ name: 'report.html', content: htmlCheck(result, since?.change, { language, script: pageScript() }) }];
  }
  const parts = await partsOf(evidence, drills);
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
export const tables: Part = (evidence) => tablesOf(evidence).map(({ file, content }) => ({ name: file, content }));

function tablesOf(evidence: Evidence): readonly CsvTable[] {
  switch (evidence.command) {
    case 'run':
      return runTables(evidence.result);
    case 'drill':
      return drillTables(evidence.result);
    case 'check':
      return checkTables(evidence.result, evidence.since?.change);
    case 'falsify':
      return [];
  }
}

async function partsOf(evidence: Evidence, drills: Drills): Promise<PageParts | undefined> {
  const { scenario } = evidence;
  if (evidence.command === 'drill') return { drill: evidence.result, topology: topologyOf(scenario) };
  if (evidence.command !== 'run') return undefined;
  const { result: run } = evidence;
  return {
    run,
    drill: await drills(),
    explanation: incidentsOf(scenario, run),
    topology: topologyOf(scenario),
  };
}
