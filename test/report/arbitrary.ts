import fc from 'fast-check';
import type {
  ComparisonResult,
  Estimate,
  Explanation,
  Result,
  StoreResult,
  TimelineEvent,
  WorkloadResult,
} from '../../src/index.ts';

/** Random results: any name, any figure that a run could give, nulls where it may have none. */

const CLASSES = [
  'instance',
  'component',
  'rack',
  'service',
  'zone',
  'region',
  'idc',
  'area',
  'link',
  'domain',
  'plan',
] as const;
const PHASES = ['detect', 'decide', 'switch', 'start', 'restore', 'propagate', 'overload', 'repair'] as const;

/** Long, Chinese, coloured, with line breaks, or a name that objects have anyway. */
export const anyName = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }),
  fc.constantFrom('__proto__', '2', 'constructor', '同城双活订单系统'.repeat(6), 'a\u001b[31m\nb', 'x'.repeat(200)),
);
const positive = fc.oneof(
  fc.constant(0),
  fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  fc.integer({ min: 1, max: 1e9 }),
);
const share = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const named = <T>(of: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(anyName, of), { maxLength: 3 }).map((entries): Record<string, T> => {
    const map: Record<string, T> = Object.create(null);
    for (const [name, value] of entries) map[name] = value;
    return map;
  });

const estimate = (value: fc.Arbitrary<number>): fc.Arbitrary<Estimate> =>
  fc
    .tuple(fc.array(value, { minLength: 3, maxLength: 3 }), fc.integer({ min: 0, max: 7 }), fc.boolean())
    .map(([figures, nulls, noted]) => {
      const [low, mean, high] = figures.sort((a, b) => a - b);
      return {
        mean: (nulls & 1) === 1 ? null : mean!,
        low: (nulls & 2) === 2 ? null : low!,
        high: (nulls & 4) === 4 ? null : high!,
        ...(noted ? { note: 'seen in only 3 replications' } : {}),
      };
    });

const spread = fc.record({
  count: fc.nat(),
  mean: maybe(positive),
  meanLow: maybe(positive),
  meanHigh: maybe(positive),
  p50: maybe(positive),
  p50Low: maybe(positive),
  p50High: maybe(positive),
  p95: maybe(positive),
  p95Low: maybe(positive),
  p95High: maybe(positive),
  p99: maybe(positive),
  p99Low: maybe(positive),
  p99High: maybe(positive),
  max: maybe(positive),
  beyondMax: maybe(positive),
});
const censored = spread.chain((times) => fc.nat({ max: 50 }).map((open) => ({ ...times, censored: open })));
const byClass = { class: fc.constantFrom(...CLASSES), domain: anyName };
const rto = fc.tuple(censored, fc.record(byClass)).map(([times, what]) => ({ ...times, ...what }));
const rpo = fc.tuple(spread, fc.record(byClass)).map(([times, what]) => ({ ...times, ...what }));
const phases = fc
  .array(positive, { minLength: 9, maxLength: 9 })
  .map(([detect, decide, toSwitch, start, restore, propagate, overload, repair, flap]): WorkloadResult['phases'] => ({
    detect: detect!,
    decide: decide!,
    switch: toSwitch!,
    start: start!,
    restore: restore!,
    propagate: propagate!,
    overload: overload!,
    repair: repair!,
    flap: flap!,
  }));

const bounds = fc.record({ low: maybe(positive), high: maybe(positive) });
const phaseBounds = fc
  .array(bounds, { minLength: 9, maxLength: 9 })
  .map((all): WorkloadResult['intervals']['phases'] => ({
    detect: all[0]!,
    decide: all[1]!,
    switch: all[2]!,
    start: all[3]!,
    restore: all[4]!,
    propagate: all[5]!,
    overload: all[6]!,
    repair: all[7]!,
    flap: all[8]!,
  }));

const workload: fc.Arbitrary<WorkloadResult> = fc.record({
  availability: fc.record({
    requests: estimate(share),
    time: estimate(share),
    rightAnswers: fc.constant(null),
    servedWrong: fc.constant(null),
    planned: estimate(share),
    withoutPlanned: estimate(share),
    withoutChanges: maybe(share),
    confidence: fc.constant(0.95),
  }),
  upWhen: share,
  downtimeMinutesPerYear: estimate(positive),
  incidentsPerYear: estimate(positive),
  blipsPerYear: positive,
  blipUnderSeconds: positive,
  incidentSeconds: censored,
  rtoSeconds: fc.array(rto, { maxLength: 14 }),
  phases,
  causes: fc.array(
    fc.record({
      trigger: anyName,
      class: fc.constantFrom('zone' as const, 'plan' as const, null),
      combination: fc.array(
        fc.tuple(anyName, fc.integer({ min: 1, max: 4 })).map(([name, n]) => (n > 1 ? `${name} ×${n}` : name)),
        { maxLength: 3 },
      ),
      cut: fc.constantFrom('single' as const, 'blip' as const, 'pair' as const, null),
      share,
      minutesPerYear: positive,
      phases: fc.record({ detect: positive, repair: positive }, { requiredKeys: [] }),
      incidentsPerYear: fc.double({ min: 1e-9, max: 1e6, noNaN: true }),
      intervals: fc.record({
        share: bounds,
        minutesPerYear: bounds,
        incidentsPerYear: bounds,
        phases: fc.record({ detect: bounds, repair: bounds }, { requiredKeys: [] }),
        phaseShares: fc.record({ detect: bounds, repair: bounds }, { requiredKeys: [] }),
      }),
    }),
    { maxLength: 14 },
  ),
  waits: fc.array(
    fc.record({
      setting: anyName,
      phase: fc.constantFrom('detect' as const, 'decide' as const),
      trigger: anyName,
      minutesPerYear: positive,
      intervals: fc.record({ minutesPerYear: bounds }),
    }),
    { maxLength: 3 },
  ),
  latencySeconds: fc.record({
    mean: positive,
    groups: fc.array(fc.record({ group: anyName, share, seconds: positive }), { maxLength: 4 }),
  }),
  overRuns: fc.record({
    runsWithout: fc.nat(),
    downtimeMinutes: fc.array(fc.record({ from: positive, to: positive, runs: fc.nat() }), { maxLength: 5 }),
    convergence: fc.array(
      fc.record({ runs: fc.nat(), mean: maybe(positive), low: maybe(positive), high: maybe(positive) }),
      { maxLength: 4 },
    ),
  }),
  otherCausesMinutesPerYear: positive,
  intervals: fc.record({
    withoutChanges: maybe(bounds),
    changes: maybe(bounds),
    blipsPerYear: bounds,
    phases: phaseBounds,
    phaseShares: fc.record({ detect: bounds, repair: bounds }, { requiredKeys: [] }),
    otherCausesMinutesPerYear: bounds,
  }),
  slaProduct: maybe(share),
  slaParts: fc.array(fc.record({ component: anyName, sla: maybe(share), source: anyName }), { maxLength: 4 }),
  headroom: fc.array(
    fc.record({
      loss: anyName,
      of: fc.constantFrom('place', 'component'),
      component: maybe(anyName),
      share: positive,
      served: fc.record({ atOnce: share, settled: share }),
    }),
    { maxLength: 14 },
  ),
});

const store: fc.Arbitrary<StoreResult> = fc.record({
  rpoSeconds: fc.array(rpo, { maxLength: 12 }),
  recoveries: fc.nat(),
  cleanRecoveries: fc.nat(),
  writesLostPerYear: positive,
  orphanedPerYear: positive,
  mergedConflictsPerYear: positive,
  permanentLossesPerYear: positive,
  restores: maybe(
    fc.record({
      perYear: positive,
      wrongDataMinutesPerYear: positive,
      inconsistentMinutesPerYear: positive,
      goodWritesDiscardedPerYear: positive,
    }),
  ),
  splitBrain: fc.record({ minutesPerYear: positive, perYear: positive, conflictingWritesPerYear: positive }),
  exposure: fc.record({ withoutStandby: share, withoutCopy: share, fallenBack: share, lagAboveTarget: maybe(share) }),
  intervals: fc.record({
    cleanRecoveries: bounds,
    writesLostPerYear: bounds,
    orphanedPerYear: bounds,
    permanentLossesPerYear: maybe(bounds),
    restores: maybe(
      fc.record({
        perYear: bounds,
        wrongDataMinutesPerYear: bounds,
        inconsistentMinutesPerYear: bounds,
        goodWritesDiscardedPerYear: bounds,
      }),
    ),
    mergedConflictsPerYear: bounds,
    splitBrain: fc.record({ minutesPerYear: bounds, perYear: bounds, conflictingWritesPerYear: bounds }),
    exposure: fc.record({
      withoutStandby: bounds,
      withoutCopy: bounds,
      fallenBack: bounds,
      lagAboveTarget: maybe(bounds),
    }),
  }),
});

const scenario = fc.record({ name: anyName, file: anyName, sha256: fc.constant('6b5d0f4cdd33'.padEnd(64, '0')) });

export const anyResult: fc.Arbitrary<Result> = fc.record({
  utilisation: fc.record({
    serving: maybe(share),
    load: maybe(share),
    pools: fc.constant([]),
    reserves: fc.constant([]),
  }),
  hasim: fc.constant('0.1.0'),
  scenario,
  seed: anyName,
  runs: fc.integer({ min: 1, max: 1e9 }),
  runsAsked: fc.integer({ min: 1, max: 1e9 }),
  yearsPerRun: fc.double({ min: 0.001, max: 285, noNaN: true }),
  events: fc.nat(),
  traceHash: fc.constant('7f00c100c0ea684a'),
  fixFirst: maybe(
    fc.record({
      workload: anyName,
      combination: fc.array(anyName, { minLength: 1, maxLength: 3 }),
      share,
      minutesPerYear: positive,
      phase: fc.constantFrom('detect' as const, 'propagate' as const),
      phaseShare: share,
      settings: fc.array(anyName, { maxLength: 2 }),
      intervals: fc.record({ share: bounds, minutesPerYear: bounds, phaseShare: bounds }),
      causes: fc.array(
        fc.record({
          combination: fc.array(anyName, { minLength: 1, maxLength: 3 }),
          share,
          minutesPerYear: positive,
          intervals: fc.record({ share: bounds, minutesPerYear: bounds }),
        }),
        { minLength: 1, maxLength: 7 },
      ),
    }),
  ),
  stopping: fc.record({
    reason: fc.constantFrom('runs', 'precision', 'interrupted', 'max-runs', 'max-time', 'failed'),
    precision: maybe(share),
    reached: maybe(share),
  }),
  assumptions: fc.array(
    fc.record({
      path: fc
        .tuple(fc.constantFrom('components', 'places', 'plans', 'start'), anyName)
        .map((parts) => parts.join('.')),
      value: anyName,
      source: fc.oneof(
        anyName,
        anyName.map((text) => `assumption: ${text}`),
      ),
    }),
    { maxLength: 30 },
  ),
  workloads: named(workload),
  stores: named(store),
  cost: maybe(
    fc.record({
      currency: maybe(anyName),
      perMonth: positive,
      once: positive,
      staffPerYear: positive,
      buildSeconds: positive,
      downtimePerYear: maybe(estimate(positive)),
      tcoPerYears: estimate(positive).map((figures) => ({ years: 3, ...figures })),
    }),
  ),
  counts: fc.array(
    fc.record({
      component: anyName,
      what: fc.constantFrom('sessions-lost', 'constructor'),
      perYear: maybe(positive),
      intervals: fc.record({ perYear: bounds }),
    }),
    {
      maxLength: 3,
    },
  ),
  objectives: fc.array(
    fc.record({
      objective: fc.constantFrom('availability', 'site-lost rto', 'site-lost rpo'),
      workload: maybe(anyName),
      scope: maybe(fc.constantFrom(...CLASSES, 'constructor')),
      domain: maybe(anyName),
      target: share,
      unit: fc.constantFrom('share', 'seconds', 'tier', 'currency', null),
      measured: maybe(share),
      seen: fc.nat(),
      low: maybe(share),
      high: maybe(share),
      verdict: fc.constantFrom('met', 'missed', 'undecided', 'needs-drill'),
    }),
    { maxLength: 4 },
  ),
});

const signed = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const differences = fc.record({
  workloads: named(
    fc.record({
      availability: fc.record({ requests: estimate(signed), time: estimate(signed) }),
      downtimeMinutesPerYear: estimate(signed),
      plannedMinutesPerYear: estimate(signed),
      incidentsPerYear: estimate(signed),
    }),
  ),
  data: fc.record({ writesLostPerYear: estimate(signed), splitBrainMinutesPerYear: estimate(signed) }),
  cost: maybe(
    fc.record({
      perMonth: signed,
      extra: fc.record({ years: fc.constant(3), amount: signed }),
      downtimePerYear: maybe(estimate(signed)),
      tcoPerYears: estimate(signed).map((figures) => ({ years: 3, ...figures })),
      returnPerYears: maybe(estimate(signed).map((figures) => ({ years: 3, ...figures }))),
    }),
  ),
});

const totals = fc.record({
  data: fc.record({ writesLostPerYear: estimate(positive), splitBrainMinutesPerYear: estimate(positive) }),
});

export const anyComparison: fc.Arbitrary<ComparisonResult> = fc.integer({ min: 2, max: 6 }).chain((size) =>
  fc.record({
    hasim: fc.constant('0.1.0'),
    seed: anyName,
    runs: fc.integer({ min: 1, max: 1e9 }),
    runsAsked: fc.integer({ min: 1, max: 1e9 }),
    yearsPerRun: fc.double({ min: 0.001, max: 285, noNaN: true }),
    scenarios: fc.array(anyResult, { minLength: size, maxLength: size }),
    totals: fc.array(totals, { minLength: size, maxLength: size }),
    differences: fc.array(differences, { minLength: size, maxLength: size }),
  }),
);

const manner = fc.constantFrom('ok', 'silent', 'exit', 'hang', 'gray', 'slow', 'constructor');
const event: fc.Arbitrary<TimelineEvent> = fc.oneof(
  fc.record({ kind: fc.constant('truth' as const), thing: anyName, manner, cause: maybe(anyName) }),
  fc.record({
    kind: fc.constant('truths' as const),
    of: anyName,
    count: fc.nat(),
    total: fc.nat(),
    numbers: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 2 }),
    manner,
    cause: maybe(anyName),
  }),
  fc.record({ kind: fc.constant('belief' as const), observer: anyName, target: anyName, good: fc.boolean() }),
  fc.record({
    kind: fc.constant('role' as const),
    thing: anyName,
    role: fc.constantFrom('primary', 'fenced', 'toString'),
    value: fc.constantFrom('', '0', '1', 'x'),
  }),
  fc.record({
    kind: fc.constant('switching' as const),
    thing: anyName,
    phase: fc.constantFrom('decide', 'switch'),
    seconds: maybe(fc.double({ min: 0, max: 1e9, noNaN: true })),
  }),
  fc.record({
    kind: fc.constant('plan' as const),
    plan: anyName,
    step: maybe(anyName),
    event: fc.constantFrom('start', 'done', 'valueOf'),
  }),
  fc.record({
    kind: fc.constant('service' as const),
    workload: anyName,
    served: share,
    on: maybe(anyName),
    phase: maybe(fc.constantFrom(...PHASES)),
  }),
  fc.record({ kind: fc.constant('recovery' as const), store: anyName, seconds: positive, writes: positive }),
);

export const anyExplanation: fc.Arbitrary<Explanation> = fc.record({
  hasim: fc.constant('0.1.0'),
  scenario,
  seed: anyName,
  runs: fc.nat(),
  yearsPerRun: fc.double({ min: 0.001, max: 285, noNaN: true }),
  seen: named(fc.nat()),
  timelines: fc.array(
    fc.record({
      workload: anyName,
      which: fc.constantFrom('typical', 'worst'),
      class: maybe(fc.constantFrom(...CLASSES)),
      domain: maybe(anyName),
      trigger: maybe(anyName),
      replication: fc.nat(),
      began: positive,
      seconds: positive,
      downSeconds: positive,
      censored: fc.boolean(),
      until: positive,
      served: fc.array(fc.tuple(fc.double({ min: -120, max: 1e8, noNaN: true }), share), { maxLength: 20 }),
      flows: fc.constant([]),
      exposures: fc.constant([]),
      lines: fc.array(fc.record({ at: fc.double({ min: -1e4, max: 1e8, noNaN: true }), event }), { maxLength: 20 }),
    }),
    { maxLength: 4 },
  ),
});
