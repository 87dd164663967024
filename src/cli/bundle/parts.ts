import {
  checkReport,
  type DrillResult,
  documentText,
  drillReport,
  FOUND_FILE,
  falsifyReport,
  junitText,
  runReport,
} from '../../index.ts';
import { drillsOf } from './drilled.ts';
import type { BundleFile, Drills, Evidence, Part } from './evidence.ts';
import { page, tables } from './pages.ts';
import { timelines } from './timelines.ts';

const scenarioAsRun: Part = ({ source }) => [{ name: ownName(source.file), content: lineFeeds(source.text) }];

const resultDocument: Part = (evidence) => {
  const { result } = evidence;
  const change = evidence.command === 'check' ? evidence.since?.change : undefined;
  return [{ name: 'result.json', content: documentText({ ...result, ...(change && { change }) }) }];
};

const report: Part = (evidence) => [{ name: 'report.txt', content: reportText(evidence) }];

const assumptions: Part = ({ scenario, result }) => {
  const listed = 'assumptions' in result ? result.assumptions : scenario.assumptions;
  return [{ name: 'assumptions.json', content: documentText(listed) }];
};

const junit: Part = (evidence) =>
  evidence.command === 'check' ? [{ name: 'junit.xml', content: junitText(evidence.result) }] : [];

/** What the profile of one's own is called in a bundle. */
export const PROFILE = 'profile.yaml';
const profile: Part = ({ profile: file }) =>
  file === undefined ? [] : [{ name: PROFILE, content: lineFeeds(file.text) }];

/** What the earlier result that a check was compared with is called in a bundle. */
export const BASELINE = 'baseline.json';
const baseline: Part = (evidence) =>
  evidence.command === 'check' && evidence.since !== undefined
    ? [{ name: BASELINE, content: evidence.since.baseline }]
    : [];

/** The smallest set of faults that was found, as `--faults` takes it. */
const found: Part = (evidence) =>
  evidence.command === 'falsify' && evidence.result.smallest !== null
    ? [{ name: FOUND_FILE, content: evidence.result.smallest.yaml }]
    : [];

/** Everything that a bundle holds beside its manifest. Whoever adds to it adds a line. */
const PARTS: readonly Part[] = [
  scenarioAsRun,
  profile,
  baseline,
  found,
  resultDocument,
  report,
  assumptions,
  junit,
  timelines,
  page,
  tables,
];

/** The files of a bundle, in which every mention of the scenario's file means the one in the bundle. */
export async function filesOf(evidence: Evidence, quiet = false): Promise<readonly BundleFile[]> {
  const own = withOwnFile(evidence);
  const files: BundleFile[] = [];
  let drilled: Promise<DrillResult> | undefined;
  const drills: Drills = () => {
    drilled ??= drillsOf(own, quiet);
    return drilled;
  };
  for (const part of PARTS) files.push(...(await part(own, drills)));
  return files;
}

function reportText(evidence: Evidence): string {
  const options = { language: evidence.lang };
  switch (evidence.command) {
    case 'run':
      return runReport(evidence.result, options);
    case 'drill':
      return drillReport(evidence.result, options);
    case 'falsify':
      return falsifyReport(evidence.result, options);
    case 'check':
      return checkReport(evidence.result, { ...options, ...(evidence.since && { change: evidence.since.change }) });
  }
}

/** Results name the file in the bundle, not where it once came from: their replay commands work there, and no machine's paths get out. */
function withOwnFile(evidence: Evidence): Evidence {
  const file = asArgument(ownName(evidence.source.file));
  const named = <R extends Evidence['result']>(result: R): R => {
    const { faults: _faults, ...scenario } = { faults: undefined, ...result.scenario };
    return withOwnProfile({ ...result, scenario: { ...scenario, file } });
  };
  switch (evidence.command) {
    case 'run':
      return { ...evidence, result: named(evidence.result) };
    case 'drill':
      return { ...evidence, result: named(evidence.result) };
    case 'check':
      return { ...evidence, result: named(evidence.result) };
    case 'falsify':
      return { ...evidence, result: named(evidence.result) };
  }
}

/** A profile that was read from a file is read from the bundle. */
function withOwnProfile<R extends Evidence['result']>(result: R): R {
  if (!('standard' in result) || result.standard?.profile?.file === undefined) return result;
  const { standard } = result;
  return { ...result, standard: { ...standard, profile: { ...standard.profile, file: PROFILE } } };
}

/** What a scenario is called in its bundle: as its file was, for a scenario without a name is called after it. */
export function ownName(file: string): string {
  const base = (file === '-' ? 'stdin' : file).replace(/^.*[/\\]/, '').replace(/[\p{Cc}\p{Cf}]/gu, '_');
  return /.\.ya?ml$/i.test(base) ? base : `${base}.yaml`;
}

/** A file as a command takes it: one that begins with a dash is no option. */
export const asArgument = (file: string): string => (file.startsWith('-') ? `./${file}` : file);

const lineFeeds = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
