import type { PlaceKind } from '../language/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { TierScope } from '../service/index.ts';
import {
  type Disaster,
  type DrillEvidence,
  type MeasuredDisaster,
  type MeasuredTime,
  type ProfileResult,
  type StandardResult,
  tierVerdict,
} from '../standards/index.ts';
import type { DrillRow, DrillSpread } from './drill/result.ts';
import type { JudgedObjective, Verdict } from './result/index.ts';

/** What drills have shown, as a standard sees it. */
export const evidenceOf = (scenario: Scenario, rows: readonly DrillRow[], complete: boolean): DrillEvidence => ({
  disasters: rows.flatMap((row) => disasterOf(row, scenario)),
  complete,
});

function disasterOf(row: DrillRow, scenario: Scenario): MeasuredDisaster[] {
  const kind = kindOf(row, scenario);
  if (kind === undefined) return [];
  const [disaster, scope] = kind;
  return [
    {
      class: disaster,
      scope,
      domain: row.domain,
      fault: row.fault,
      drills: row.times,
      failed: Math.round(row.failed.share * row.times),
      workloads: row.workloads.map(({ workload, rtoSeconds, failed, recoveredBy }) => ({
        workload,
        time: timeOf(rtoSeconds),
        failed: Math.round(failed.share * row.times),
        by: recoveredBy,
      })),
      stores: storesOf(row, disaster),
    },
  ];
}

/** The class of disaster that a fault stands for, and the size of what it takes. A lost site takes all its equipment and network. */
function kindOf(
  { class: faultClass, fault, domain }: DrillRow,
  scenario: Scenario,
): readonly [Disaster, TierScope] | undefined {
  switch (faultClass) {
    case 'rack':
    case 'zone':
    case 'idc':
    case 'region':
    case 'area':
    case 'domain':
      return ['site-lost', faultClass];
    case 'instance':
      return ['part-lost', 'instance'];
    case 'component':
      // What breaks by itself comes back by itself: only a whole component lost for good is a scope of its own.
      return ['part-lost', fault === 'lost' ? 'component' : 'instance'];
    case 'service':
    case 'control':
      return ['part-lost', 'service'];
    case 'link':
      return linkOf(domain, scenario);
    case 'copy':
      return ['damaged-copy', fault === 'disks-lost' ? 'component' : 'instance'];
    case 'damage':
      return ['logical-damage', 'component'];
    case 'mistake':
      return ['mistake', 'component'];
    default:
      return undefined;
  }
}

/** The way out of a place is all the network it has. */
function linkOf(name: string, { links, places }: Scenario): readonly [Disaster, TierScope] {
  const link = links.find((one) => one.name === name);
  const kind = places.find(({ path }) => link?.between.includes(path) === true)?.kind;
  return link?.kind === 'egress' && kind !== undefined ? ['all-lost', kind satisfies PlaceKind] : ['part-lost', 'link'];
}

const timeOf = ({ count, p95, p95Low, p95High, max }: DrillSpread): MeasuredTime => ({
  count,
  p95,
  low: p95Low,
  high: p95High,
  max,
});

const NOTHING_BACK: MeasuredTime = { count: 0, p95: null, low: null, high: null, max: null };

/** Wrong data that nothing undoes are as bad as gone. */
function storesOf(row: DrillRow, disaster: Disaster): MeasuredDisaster['stores'] {
  const seen = restoredOr(row, disaster);
  const left = row.points.filter(({ leftBehind }) => leftBehind > 0);
  return [
    ...seen.map((one) => ({
      ...one,
      gone: Math.min(row.times, one.gone + (left.find(({ store }) => store === one.store)?.leftBehind ?? 0)),
    })),
    ...left
      .filter(({ store }) => !seen.some((one) => one.store === store))
      .map(({ store, leftBehind }) => ({ store, point: NOTHING_BACK, clean: 0, gone: leftBehind })),
  ];
}

function restoredOr({ stores, times, domain }: DrillRow, disaster: Disaster): MeasuredDisaster['stores'] {
  const judged = stores.filter(({ rpoSeconds, lostForGood }) => rpoSeconds.count > 0 || lostForGood > 0);
  const seen = judged.map((one) => ({
    store: one.store,
    point: timeOf(one.rpoSeconds),
    clean: one.clean,
    gone: disaster === 'logical-damage' && one.store === domain ? times - one.rpoSeconds.count : one.lostForGood,
  }));
  const undone = disaster !== 'logical-damage' || seen.some(({ store }) => store === domain);
  return undone ? seen : [...seen, { store: domain, point: NOTHING_BACK, clean: 0, gone: times }];
}

const VERDICTS: Readonly<Record<ReturnType<typeof tierVerdict>, Verdict>> = {
  pass: 'met',
  fail: 'missed',
  'too-close': 'undecided',
  undecided: 'undecided',
};

const COMMON = { workload: null, domain: null, measured: null, low: null, high: null };

/** The objectives that a standard judges: the tier, and the profile that it was held against. */
export const judgedByStandard = (scenario: Scenario, standard: StandardResult): JudgedObjective[] => [
  ...scenario.objectives.flatMap((one) => (one.kind === 'tier' ? [tierObjective(one, standard)] : [])),
  ...(standard.profile === null ? [] : [profileObjective(standard.profile)]),
];

const profileObjective = ({ name, verdict }: ProfileResult): JudgedObjective => ({
  ...COMMON,
  objective: `profile ${name}`,
  scope: null,
  target: 1,
  unit: null,
  verdict: VERDICTS[verdict],
});

type TierObjective = Extract<Scenario['objectives'][number], { kind: 'tier' }>;

function tierObjective({ atLeast: target, scope }: TierObjective, { tiers }: StandardResult): JudgedObjective {
  const found = tiers.find((one) => one.scope === scope);
  const row = { ...COMMON, objective: 'tier', scope, target, unit: 'tier' } as const;
  if (found === undefined) return { ...row, verdict: 'undecided' };
  const { tier, undecided } = found;
  const verdict = VERDICTS[tierVerdict(found, target)];
  return { ...row, measured: tier, low: tier, high: Math.max(tier, ...undecided), verdict };
}
