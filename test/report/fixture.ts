import { withCuts } from '../../src/experiment/summary/cuts.ts';
import { fixFirstOf } from '../../src/experiment/summary/fix-first.ts';
import type {
  Bounds,
  Cause,
  Estimate,
  Explanation,
  PhaseName,
  RecoveryByClass,
  Result,
  StoreResult,
  WorkloadResult,
} from '../../src/index.ts';

/** Hand-made results: every figure is chosen so that its text can be worked out by hand. */

export const estimate = (mean: number, half: number): Estimate => ({ mean, low: mean - half, high: mean + half });
export const UNSEEN: Estimate = { mean: null, low: 0, high: null, note: 'none seen' };

const NO_PHASES: Readonly<Record<PhaseName | 'flap', number>> = {
  detect: 0,
  decide: 0,
  switch: 0,
  start: 0,
  restore: 0,
  propagate: 0,
  overload: 0,
  repair: 0,
  flap: 0,
};

/** A tenth to either side. */
export const about = (value: number): Bounds => ({ low: 0.9 * value, high: 1.1 * value });
const NEVER: Bounds = { low: 0, high: null, note: 'none in 10,000 years: fewer than 1 in 3,338 years (95 %)' };

/** What bounds minutes a year by phase. */
export const phaseBounds = (phases: WorkloadResult['phases']): WorkloadResult['intervals']['phases'] => ({
  detect: about(phases.detect),
  decide: about(phases.decide),
  switch: about(phases.switch),
  start: about(phases.start),
  restore: about(phases.restore),
  propagate: about(phases.propagate),
  overload: about(phases.overload),
  repair: about(phases.repair),
  flap: about(phases.flap),
});

export const cause = (combination: readonly string[], minutesPerYear: number, incidentsPerYear: number): Cause => {
  const plain: Omit<Cause, 'cut'> = {
    trigger: combination[0]?.replace(/ ×\d+$/, '') ?? 'nothing broken',
    class: 'instance',
    combination,
    share: minutesPerYear / 250,
    minutesPerYear,
    phases: { decide: minutesPerYear / 4, repair: (3 * minutesPerYear) / 4 },
    incidentsPerYear,
    intervals: {
      share: about(minutesPerYear / 250),
      minutesPerYear: about(minutesPerYear),
      incidentsPerYear: about(incidentsPerYear),
      phases: { decide: about(minutesPerYear / 4), repair: about((3 * minutesPerYear) / 4) },
      phaseShares: { decide: about(0.25), repair: about(0.75) },
    },
  };
  return withCuts([plain], 60)[0]!;
};

const ZONE_LOST: RecoveryByClass = {
  class: 'zone',
  domain: 'cn-beijing/a',
  count: 812,
  censored: 3,
  mean: 9_000,
  meanLow: 8100.0,
  meanHigh: 10800.0,
  p50: 7_200,
  p50Low: 6_900,
  p50High: 7_500,
  p95: 30_600,
  p95Low: 28_800,
  p95High: 36_000,
  p99: null,
  p99Low: 50_000,
  p99High: null,
  max: 266_400,
  beyondMax: 0.0095,
};
const CRASH: RecoveryByClass = {
  class: 'instance',
  domain: 'app-a',
  count: 98_000,
  censored: 0,
  mean: 6,
  meanLow: 5.4,
  meanHigh: 7.2,
  p50: 4.2,
  p50Low: 4.2,
  p50High: 4.2,
  p95: 21,
  p95Low: 20.8,
  p95High: 21.2,
  p99: 40,
  p99Low: 39.5,
  p99High: 40.5,
  max: 88,
  beyondMax: 3.06e-5,
};

export const ORDER: WorkloadResult = {
  overRuns: {
    runsWithout: 12,
    downtimeMinutes: [
      { from: 100, to: 125, runs: 40 },
      { from: 125, to: 160, runs: 76 },
    ],
    convergence: [
      { runs: 64, mean: 130, low: 110, high: 150 },
      { runs: 128, mean: 128, low: 118, high: 138 },
    ],
  },
  latencySeconds: {
    mean: 0.0005,
    groups: [
      { group: 'slb-b', share: 0.5, seconds: 0.001 },
      { group: 'slb-a', share: 0.5, seconds: 0 },
    ],
  },
  availability: {
    requests: estimate(0.99951, 0.00003),
    time: estimate(0.9995, 0.00002),
    rightAnswers: null,
    servedWrong: null,
    planned: estimate(0.0001, 0.00001),
    withoutPlanned: estimate(0.9996, 0.00002),
    withoutChanges: null,
    confidence: 0.95,
  },
  upWhen: 0.95,
  downtimeMinutesPerYear: estimate(256, 16),
  incidentsPerYear: estimate(100, 2),
  blipsPerYear: 98,
  blipUnderSeconds: 60,
  incidentSeconds: {
    count: 1_000_000,
    censored: 3,
    mean: 120,
    meanLow: 108.0,
    meanHigh: 144.0,
    p50: 4.2,
    p50Low: 4.1,
    p50High: 4.3,
    p95: 40,
    p95Low: 39,
    p95High: 41,
    p99: 600,
    p99Low: 580,
    p99High: 620,
    max: 266_400,
    beyondMax: 7.8e-6,
  },
  rtoSeconds: [CRASH, ZONE_LOST],
  phases: { ...NO_PHASES, detect: 64, decide: 128, repair: 64, flap: 0.0004 },
  causes: withCuts(
    [
      cause(['cn-beijing/a long'], 125, 0.0125),
      cause(['app-a crash'], 5, 98),
      cause(['app-b host', 'orders-a node'], 2, 0.01),
      cause(['sync task ×2'], 1, 0.02),
      cause(['orders-a node', 'app-a crash'], 0.0001, 0.0001),
      cause([], 0.5, 0.3),
    ],
    60,
  ),
  waits: [
    {
      setting: 'components.slb-a.health-check.interval',
      phase: 'detect',
      trigger: 'cn-beijing/a long',
      minutesPerYear: 64,
      intervals: { minutesPerYear: about(64) },
    },
  ],
  otherCausesMinutesPerYear: 0.25,
  intervals: {
    withoutChanges: null,
    changes: null,
    blipsPerYear: about(98),
    phases: phaseBounds({ ...NO_PHASES, detect: 64, decide: 128, repair: 64, flap: 0.0004 }),
    phaseShares: { detect: about(0.25), decide: about(0.5), repair: about(0.25) },
    otherCausesMinutesPerYear: about(0.25),
  },
  slaProduct: 0.9998,
  slaParts: [{ component: 'slb-a', sla: 0.9999, source: 'a vendor' }],
  headroom: [
    { loss: 'cn-beijing/a', of: 'place', component: null, share: 0, served: { atOnce: 0.5, settled: 0 } },
    { loss: 'cn-beijing/b', of: 'place', component: 'app-a', share: 0.999, served: { atOnce: 0.5, settled: 0.999 } },
    { loss: 'slb-a', of: 'component', component: 'app-b', share: 1.05, served: { atOnce: 0.25, settled: 1 - 4e-16 } },
    { loss: 'slb-b', of: 'component', component: 'app-a', share: 1.333, served: { atOnce: 0.75, settled: 1 } },
    { loss: 'cache', of: 'component', component: 'app-a', share: 1e9, served: { atOnce: 1, settled: 1 } },
  ],
};

/** Nothing was ever seen to go wrong. */
export const CALM: WorkloadResult = {
  overRuns: { runsWithout: 128, downtimeMinutes: [], convergence: [{ runs: 128, mean: 0, low: 0, high: 0 }] },
  latencySeconds: { mean: 0, groups: [] },
  availability: {
    requests: { mean: null, low: null, high: 1, note: 'none seen' },
    time: { mean: null, low: null, high: 1, note: 'none seen' },
    rightAnswers: null,
    servedWrong: null,
    planned: { mean: 0, low: 0, high: 0, note: 'nothing planned stops service' },
    withoutPlanned: { mean: null, low: null, high: 1, note: 'none seen' },
    withoutChanges: null,
    confidence: 0.95,
  },
  upWhen: 0.95,
  downtimeMinutesPerYear: UNSEEN,
  incidentsPerYear: UNSEEN,
  blipsPerYear: 0,
  blipUnderSeconds: 60,
  incidentSeconds: {
    count: 0,
    censored: 0,
    mean: null,
    meanLow: null,
    meanHigh: null,
    p50: null,
    p50Low: null,
    p50High: null,
    p95: null,
    p95Low: null,
    p95High: null,
    p99: null,
    p99Low: null,
    p99High: null,
    max: null,
    beyondMax: null,
  },
  rtoSeconds: [],
  phases: NO_PHASES,
  causes: [],
  waits: [],
  otherCausesMinutesPerYear: 0,
  intervals: {
    withoutChanges: null,
    changes: null,
    blipsPerYear: NEVER,
    phases: phaseBounds(NO_PHASES),
    phaseShares: {},
    otherCausesMinutesPerYear: NEVER,
  },
  slaProduct: null,
  slaParts: [{ component: '缓存', sla: null, source: 'no SLA' }],
  headroom: [],
};

export const STORE: StoreResult = {
  rpoSeconds: [
    {
      class: 'zone',
      domain: 'cn-beijing/a',
      count: 80,
      mean: 1.2,
      meanLow: 1.08,
      meanHigh: 1.44,
      p50: 0.94,
      p50Low: 0.8,
      p50High: 1.1,
      p95: 3.4,
      p95Low: 2.9,
      p95High: 5.3,
      p99: 5.3,
      p99Low: 3.4,
      p99High: null,
      max: 5.3,
      beyondMax: 0.037,
    },
  ],
  recoveries: 1_000,
  cleanRecoveries: 930,
  writesLostPerYear: 12.4,
  orphanedPerYear: 0,
  mergedConflictsPerYear: 0,
  permanentLossesPerYear: 0,
  restores: null,
  splitBrain: { minutesPerYear: 0.5, perYear: 0.002, conflictingWritesPerYear: 0 },
  exposure: { withoutStandby: 0.0012, fallenBack: 0, lagAboveTarget: null },
  intervals: {
    cleanRecoveries: { low: 0.91, high: 0.95 },
    writesLostPerYear: about(12.4),
    orphanedPerYear: NEVER,
    permanentLossesPerYear: NEVER,
    restores: null,
    mergedConflictsPerYear: NEVER,
    splitBrain: { perYear: about(0.002), minutesPerYear: about(0.5), conflictingWritesPerYear: NEVER },
    exposure: { withoutStandby: about(0.0012), fallenBack: NEVER, lagAboveTarget: null },
  },
};

const objective = (
  name: string,
  verdict: Result['objectives'][number]['verdict'],
  target: number,
): Result['objectives'][number] => ({
  objective: name,
  workload: name === 'availability' ? 'order' : null,
  scope: name === 'availability' ? null : 'zone',
  domain: null,
  target,
  unit: name === 'availability' ? 'share' : name === 'tier' ? 'tier' : 'seconds',
  measured: name === 'availability' ? 0.99951 : null,
  low: name === 'availability' ? 0.99948 : null,
  high: name === 'availability' ? 0.99954 : null,
  verdict,
});

const WORKLOADS: Result['workloads'] = { order: ORDER, 浏览: CALM };

export const RESULT: Result = {
  utilisation: { serving: 0.5, load: 0.375, pools: [], reserves: [] },
  hasim: '0.1.0',
  scenario: { name: '同城双活 A-A', file: 'scenarios/a a.yaml', sha256: '6b5d0f4cdd33'.padEnd(64, '0') },
  seed: '1',
  runs: 1_000,
  runsAsked: 1_000,
  yearsPerRun: 10,
  events: 12_345_678,
  traceHash: '7f00c100c0ea684a',
  stopping: { reason: 'runs', precision: null, reached: null },
  assumptions: [
    { path: 'components.app-a.boot', value: '{uniform: [40s, 90s]}', source: 'assumption: within 40 to 90 s' },
    { path: 'components.app-b.boot', value: '{uniform: [40s, 90s]}', source: 'assumption: within 40 to 90 s' },
    { path: 'components.slb-a.health-check.interval', value: '2s', source: 'a vendor: default' },
    { path: 'places.cn-beijing.a.faults.long.mtbf', value: '80y', source: 'assumption: two in 140 zone-years' },
    { path: 'plans.move.steps.2.takes', value: '1m', source: 'assumption: no public figure is known' },
  ],
  workloads: WORKLOADS,
  fixFirst: fixFirstOf(WORKLOADS, (broken) => broken),
  stores: { 'orders-b': STORE },
  cost: {
    currency: 'CNY',
    perMonth: 1_200,
    once: 50_000,
    staffPerYear: 200_000,
    buildSeconds: 30 * 86_400,
    downtimePerYear: estimate(85_333.4, 5_333.4),
    tcoPerYears: { years: 3, ...estimate(949_200, 16_000) },
  },
  counts: [{ component: 'slb-a', what: 'sessions-lost', perYear: 12_000, intervals: { perYear: about(12_000) } }],
  objectives: [
    objective('availability', 'met', 0.9995),
    objective('availability', 'missed', 0.9999),
    objective('availability', 'undecided', 0.99952),
    { ...objective('site-lost rto', 'needs-drill', 14_400), measured: 6_120, low: 5_400, high: 7_560, seen: 177 },
    objective('site-lost rpo', 'needs-drill', 1_800),
  ],
};

export const EXPLANATION: Explanation = {
  hasim: '0.1.0',
  scenario: RESULT.scenario,
  seed: '1',
  runs: 100,
  yearsPerRun: 10,
  seen: { order: 12, 浏览: 0 },
  timelines: [
    {
      workload: 'order',
      which: 'worst',
      class: 'zone',
      domain: 'cn-beijing/a',
      trigger: 'cn-beijing/a long',
      replication: 7,
      began: 86_400,
      seconds: 1_800,
      downSeconds: 1_740,
      censored: false,
      until: 1_920,
      served: [
        [-120, 1],
        [0, 0],
        [1_800, 1],
      ],
      flows: [],
      exposures: [],
      lines: [
        { at: -30, event: { kind: 'belief', observer: 'alarm dark', target: 'slb-a', good: false } },
        { at: 0, event: { kind: 'truth', thing: 'orders-a', manner: 'silent', cause: 'cn-beijing/a long' } },
        {
          at: 0,
          event: { kind: 'truths', of: 'app-a', count: 4, total: 4, numbers: [[1, 4]], manner: 'exit', cause: null },
        },
        { at: 0, event: { kind: 'service', workload: 'order', served: 0, on: 'orders-a', phase: 'detect' } },
        { at: 60, event: { kind: 'plan', plan: 'move', step: null, event: 'decide' } },
        { at: 900, event: { kind: 'plan', plan: 'move', step: 'promote orders-b', event: 'begin' } },
        { at: 960, event: { kind: 'recovery', store: 'orders-b', seconds: 1.9, writes: 456 } },
        { at: 960, event: { kind: 'role', thing: 'orders-b', role: 'writable', value: '1' } },
        { at: 961, event: { kind: 'role', thing: 'www', role: 'held-out', value: '' } },
        { at: 962, event: { kind: 'role', thing: 'www', role: 'answer', value: 'slb-a, slb-b' } },
        { at: 963, event: { kind: 'role', thing: 'www', role: 'a-new-role', value: 'x' } },
        { at: 1_800, event: { kind: 'service', workload: 'order', served: 1, on: null, phase: null } },
      ],
    },
  ],
};

/** A scenario that has prices: one balancer, and one server that crashes. */
export const shopNamed = (name: string): string => `hasim: 1
name: '${name}'
catalogue: none
currency: CNY
places: {east: {a: {}}}
components:
  lb: {kind: slb, in: east/a, backends: [web]}
  web: {kind: ecs, in: east/a, count: 1, capacity-each: 100/s, protected: true, boot: 0s,
        price: {per-server: {month: 500}}, faults: {crash: {mtbf: 100d, repair: 10m}}}
workloads:
  page: {entry: lb, demand: 50/s}
`;
