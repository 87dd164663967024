import type { Bounds, Change, DrillChange, FaultClass, WorkloadChange } from '../../experiment/index.ts';
import { minutesBeside, shareBeside, spanBeside } from '../beside.ts';
import { clean } from '../cells.ts';
import { what } from '../drill/names.ts';
import { count } from '../figures.ts';
import { minutesText } from '../minutes.ts';
import { type Lines, type Page, paragraph, title } from '../page.ts';
import { changeText } from '../sweep/figures.ts';
import type { Words } from '../words/index.ts';

/** Changed faults that are told; the rest is in the document of --json. */
const TOLD = 12;

/** What has become of everything since an earlier result. */
export function changeSection(change: Change, page: Page): Lines {
  const { words, ink } = page;
  const drills = change.drills.slice(0, TOLD);
  const lines = changeLines({ ...change, drills }, words);
  const rest = change.drills.length - drills.length;
  const changed = lines.length > change.workloads.filter(({ difference }) => difference.mean === 0).length;
  return [
    ...title(words.change.title, clean(change.baseline.name), page),
    ...(change.differs.length > 0 ? paragraph(differsText(change, words)).map(ink.doubtful) : []),
    ...lines.flatMap((line) => paragraph(line)),
    ...(changed ? [] : paragraph(words.change.nothing)),
    ...(rest > 0 ? paragraph(words.more(count(rest))).map(ink.dim) : []),
  ];
}

/** All that has changed, a line each: downtime, tiers, verdicts, then drills. */
export const changeLines = (change: Change, words: Words): string[] => [
  ...change.workloads.map((one) => workloadText(one, words)),
  ...change.tiers.map((one) => tierText(one, words)),
  ...change.objectives.map((one) => objectiveText(one, words)),
  ...change.drills.map((one) => drillText(one, words)),
];

const FLAGS: Readonly<Record<Change['differs'][number], string>> = {
  seed: '--seed',
  runs: '--runs',
  yearsPerRun: '--years',
  times: '--times',
  lostForSeconds: '--for',
  hasim: 'hasim',
};

/** Why figures may differ without any change of the scenario. */
export const differsText = ({ differs }: Pick<Change, 'differs'>, { change: say }: Words): string =>
  say.differs(differs.map((key) => FLAGS[key]).join(', '));

const signed = (minutes: number): string => (minutes < 0 ? `−${minutesText(-minutes)}` : `+${minutesText(minutes)}`);

function workloadText({ workload, before, after, intervals, difference }: WorkloadChange, words: Words): string {
  const { mean, low, high } = difference;
  const say = words.change;
  if (mean === 0) return `${clean(workload)}: ${say.sameDowntime}`;
  const range = low === null || high === null ? '' : ` (${words.range(signed(low), signed(high))})`;
  return `${clean(workload)}: ${say.downtime(signed(mean ?? 0), range, minutesBeside(before, intervals.before), minutesBeside(after, intervals.after))}`;
}

function tierText({ scope, before, after }: Change['tiers'][number], words: Words): string {
  const say = words.change;
  const tier = (value: number): string => (value === 0 ? say.noTier : String(value));
  const size = Object.hasOwn(words.classes, scope) ? words.classes[scope as FaultClass] : scope;
  return after < before ? say.noLonger(size, tier(before), tier(after)) : say.reaches(size, tier(after), tier(before));
}

function objectiveText(
  { objective, workload, scope, before, after }: Change['objectives'][number],
  { objectives: { verdicts } }: Words,
): string {
  const word = (verdict: string): string => new Map<string, string>(Object.entries(verdicts)).get(verdict) ?? verdict;
  const about = [objective, workload ?? scope ?? ''].filter((part) => part !== '').join(' ');
  return `${clean(about)}: ${word(before)} → ${word(after)}`;
}

function drillText(change: DrillChange, words: Words): string {
  const figure = (value: number | null, bounds: Bounds): string => {
    if (value === null) return words.change.none;
    return change.what === 'failed' ? shareBeside(value, bounds) : spanBeside(value, bounds, words);
  };
  const { of, before, after, intervals, difference, what: measure } = change;
  const said = words.change.figures[measure](
    clean(of),
    figure(before, intervals.before),
    figure(after, intervals.after),
  );
  const by = changeText(measure === 'failed' ? 'availability' : measure, difference, words);
  return `${clean(what(change, words))}: ${difference.mean === null ? said : words.change.by(said, by)}`;
}
