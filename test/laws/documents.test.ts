import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  Check,
  Comparison,
  changeSince,
  checkTables,
  comparisonCsv,
  Drill,
  differencesCsv,
  drillTables,
  Experiment,
  Explainer,
  Falsifier,
  parseDuration,
  RareRun,
  readBaseline,
  readOrder,
  readScenario,
  runTables,
  SplittingRun,
  Sweep,
  sweepCsv,
} from '../../src/index.ts';
import { bareFigures } from './bare.ts';

/** Every figure that has no bounds beside it in a document, and why it needs none. Whatever is added to one stands here, or has bounds. */
const BARE: readonly (readonly [why: string, paths: RegExp])[] = [
  [
    'what was asked for',
    /^(?:runsAsked|yearsPerRun|lostForSeconds|times|quantile|lastsSeconds|maxFaults|tries|years)$/,
  ],
  ['what was asked for', /(?:^|\.)(?:stopping\.precision|confidence|target|limit|promised|against|years)$/],
  [
    'what was asked for',
    /^pairs\.(?:times|afterSeconds\.\w+|asked)$|^standard\.settings\.\*$|^(?:base|points\[\])\.point$/,
  ],
  [
    'what the scenario says',
    /\.(?:upWhen|blipUnderSeconds|sla)$|^standard\.declaring\[\]\.p(?:50|95)$|^audit\[\]\.(?:figure|step)$/,
  ],
  ['what follows from it without chance', /\.(?:slaProduct|headroom\[\]\..+|latencySeconds\..+)$|^utilisation\./],
  [
    'what follows from it without chance',
    /(?:^|\.)cost\.(?:perMonth|once|staffPerYear|buildSeconds|extra\.\w+|\w+\.years)$/,
  ],
  [
    'what was done and counted',
    /(?:^|\.)(?:runs|events|count|censored|leftBehind|recoveries|seen|done|times|tried|drills)$/,
  ],
  [
    'what was done and counted',
    /^design\.\w+$|^searched\[\]\.\w+$|\.overRuns\.runsWithout$|\.windowsWithLoss$|^untold$|^seen\.\*$/,
  ],
  ['what was done and counted', /^rare\.(?:biased|windows|events\.\w+)$|^smallest\.breaks\[\]\.(?:broken|times)$/],
  ['the worst of so many', /\.(?:max|beyondMax|servedAtWorst)$/],
  ['a chart of runs or of drills', /\.overRuns\.downtimeMinutes\[\]\.\w+$|^rows\[\]\.curves\./],
  [
    'each block and each of the longest drills, to be paired',
    /\.minutesByBlock\[\]$|\.longest\.(?:trials|times|without)\[\]$/,
  ],
  ['a tier, which stands beside what is undecided', /(?:^|\.)tier$|\.byDrills$|\.undecided\[\]$/],
  ['how many more drills would decide', /(?:^|\.)needs$/],
  [
    'how good others are',
    /^rare\.(?:calmShare|rungs\[\]\.\w+)$|\.(?:effectiveSampleSize|largestWindowShare|varianceReduction)$/,
  ],
  ['how good others are', /^stopping\.reached$|^sensitivity\[\]\.explained$|^pareto\.points\[\]$/],
  ['a counterexample', /^smallest\.(?:years|faults\[\]\.(?:at|forSeconds)|breaks\[\]\.measured)$|^others\[\]\./],
  ['a single story', /^(?:rows\[\]\.)?timelines?(?:\[\])?\./],
];

/** Figures without bounds that nobody has said why they need none. */
const unexplained = (document: object): [string, number][] =>
  [...bareFigures(document)].filter(([path]) => !BARE.some(([, paths]) => paths.test(path)));

const text = readFileSync('scenarios/a-s.yaml', 'utf8');
const scenario = readScenario(text, 'a-s').scenario!;
const origin = { file: 'a-s.yaml', sha256: '0'.repeat(64) };
const week = parseDuration('7d')!;
const few = { runs: 6, years: 2, seed: '1' };

function done<Work extends { step(): boolean }>(work: Work): Work {
  while (work.step());
  return work;
}

const run = done(new Experiment(scenario, few)).result(origin);
const precise = {
  ...few,
  precision: 0.3,
  maxRuns: 64,
  precisionOf: [{ measure: 'downtime' }, { measure: 'rto' }],
} as const;
const drill = done(
  new Drill(scenario, { times: 6, seed: '1', lostFor: week, fault: 'zone', timelines: true, pairTimes: 4 }),
).result(origin);
const gate = { ...few, times: 6, lostFor: week };
const check = done(new Check(scenario, gate)).result(origin);
const later = done(new Check(scenario, { ...gate, seed: '2' })).result(origin);
const change = changeSince(readBaseline(JSON.parse(JSON.stringify(check)))!, later);
const hot = readScenario(text.replace('name: ', 'name: hot '), 'hot').scenario!;
const compared = done(
  new Comparison(
    [scenario, hot].map((one) => ({ scenario: one, origin })),
    few,
  ),
).result(false);
const order = readOrder({
  scenario: { text, name: 'a-s.yaml', file: 'a-s.yaml', sha256: 'abc' },
  ...{ sets: ['www.ttl=60s,600s'], sweep: null, options: few },
});
if (!('plan' in order)) throw new Error(JSON.stringify(order));
const swept = done(new Sweep(order.plan, order.variants)).result(['downtime', 'rto', 'cost']);

describe('every figure has its bounds beside it, or stands in the list of those that need none', () => {
  it.each<[string, () => object]>([
    ['a run', () => run],
    ['a run until a precision', () => done(new Experiment(scenario, precise)).result(origin)],
    ['a rare run', () => done(new RareRun(scenario, { ...few, runs: 2 })).result(origin)],
    ['a rare run by splitting', () => done(new SplittingRun(scenario, { ...few, runs: 2 })).result(origin)],
    ['drills', () => drill],
    ['a check against a baseline', () => ({ ...later, change })],
    ['a comparison', () => ({ ...compared, scenarios: [] })],
    ['a sweep', () => swept],
    ['an explanation', () => done(new Explainer(scenario, few)).explanation(origin)],
    [
      'a search',
      () => done(new Falsifier(scenario, { seed: '1', times: 4, maxFaults: 1, tries: 60, lasts: week })).result(origin),
    ],
  ])('in the document of %s', (_, document) => {
    expect(unexplained(document())).toEqual([]);
  });

  it('and one that is bare is found', () => {
    expect(unexplained({ rows: [{ bare: 1, seen: 2, sure: 3, intervals: { sure: { low: 2, high: null } } }] })).toEqual(
      [['rows[].bare', 1]],
    );
  });
});

/** What ends the head of a figure. */
const UNIT =
  / (?:share|seconds|drills|writes\/drill|min\/year|incidents\/year|writes\/year|currency|currency\/year)$|^(?:incidents|blips)\/year$/;
/** Columns of names, and of what was counted or done. */
const NAMES =
  /^(?:workload|scenario|trigger|broken|cut|measure|of|class|domain|fault|store|point|same-as|front|currency|www\.ttl)$/;
const COUNTED = /^(?:count|times|censored|left behind)$/;
/** The worst of so many has no bounds but the share of what may be worse. */
const WORST = /^(?:r[tp]o )?(?:worst seen seconds|beyond worst share)$|^served at worst share$/;
/** A line a figure: its unit stands in the line. */
const LINES = ['objectives.csv', 'change.csv', 'differences.csv'];

describe('every column of a table says its unit and has its bounds beside it', () => {
  const tables = [
    ...runTables(run),
    ...drillTables(drill),
    ...checkTables(later, change),
    { file: 'compared.csv', content: comparisonCsv(compared) },
    { file: 'differences.csv', content: differencesCsv(compared) },
    { file: 'points.csv', content: sweepCsv(swept) },
  ];

  it.each(tables.map(({ file, content }) => [file, content] as const))('in %s', (file, content) => {
    const [head = '', ...lines] = content.trimEnd().split('\r\n');
    const names = head.split(',');
    if (LINES.includes(file)) {
      expect(names).toEqual(expect.arrayContaining(['unit', 'low', 'high']));
      const unit = names.indexOf('unit');
      const unsaid = lines.filter((line) => line.split(',')[unit] === '' && !/^verdict of |^profile /.test(line));
      expect(unsaid).toEqual([]);
      return;
    }
    const figures = names.filter((name) => !/ (?:low|high)$/.test(name) && !NAMES.test(name) && !COUNTED.test(name));
    expect(figures.filter((name) => !UNIT.test(name))).toEqual([]);
    const bare = figures.filter((name) => !names.includes(`${name} low`) || !names.includes(`${name} high`));
    expect(bare.filter((name) => !WORST.test(name))).toEqual([]);
  });

  it('and what was added up is 0 where nothing was seen, as in the document, with what is known of it beside', () => {
    const { content } = runTables(run).find(({ file }) => file === 'workloads.csv')!;
    const [head, ...rows] = content
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    const at = head!.indexOf('restore min/year');
    expect(Object.values(run.workloads).map(({ phases }) => phases.restore)).toEqual([0, 0]);
    for (const row of rows) expect(row.slice(at, at + 3)).toEqual(['0', '0', '']);
  });
});
