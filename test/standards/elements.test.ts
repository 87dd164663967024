import { describe, expect, it } from 'vitest';
import {
  type Ask,
  EDITION_DATA,
  judgeStandard,
  type StandardResult,
  type TierResult,
} from '../../src/standards/index.ts';
import { read } from '../simulate.ts';
import { COPY, handmade, PART, TIER_SIX, ZONE } from './tier-six.ts';

type Edit = readonly [from: string, to: string];

type EditionName = keyof typeof EDITION_DATA;

/** A verdict where every recovery takes no time: nothing but the structure decides. */
function judged(edits: readonly Edit[], edition: EditionName = 'gbt20988-2007'): StandardResult {
  let text = TIER_SIX;
  for (const [from, to] of edits) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  const zones = [handmade(ZONE, 'r/a'), handmade(ZONE, 'r/b')];
  const disasters = [...zones, handmade(PART, 'app-a/1'), handmade(COPY, 'db/1')];
  return judgeStandard(read(text), { disasters, complete: true }, { edition });
}

/** What the elements allow against the loss of a zone. */
const allowed = (edits: readonly Edit[], edition?: EditionName): TierResult =>
  judged(edits, edition).tiers.find(({ scope }) => scope === 'zone')!;

/** What the next tier asks in vain. */
const askedOf = ({ decidedBy }: TierResult): readonly Ask[] =>
  decidedBy.flatMap((one) => (one.kind === 'element' ? [one.ask] : []));

const full = (period: string): Edit => ['full: daily, log: 5m', `full: ${period}, log: 5m`];
const RULES = 'rules: [media, standby-site, hardware, electronic-transfer, real-time-backup, systems]';
const rules = (...kept: readonly string[]): Edit => [RULES, `rules: [${kept.join(', ')}]`];
const STAFF = 'staff: {room: 24x7, backup: 24x7, hardware-network: 24x7, systems: 24x7}';
const staff = (text: string): Edit => [STAFF, `staff: {${text}}`];
const [ROOM, BACKUP, HARDWARE, SYSTEMS] = ['room: 24x7', 'backup: 24x7', 'hardware-network: 24x7', 'systems: 24x7'];
/** One copy of the data, in zone a, with backups in zone b: nothing is replicated. */
const alone = (backups: string): Edit[] => [
  [
    'in: [r/a, r/b], size: 8GB, detection: 10s, switch: 20s, zone-switch: 40s, coverage: 100%, replication: synchronous,\n     without-standby: go-on,',
    'edition: basic, in: r/a, size: 8GB,',
  ],
  ['{full: daily, log: 5m, tested-every: 30d}', `{${backups}, log: none, copy-to: r/b, tested-every: 30d}`],
];
/** Two stores of a product that nobody promotes, and what is carried between them. */
const caches = (between: string): Edit[] => [
  [
    `{kind: rds, in: [r/a, r/b], size: 8GB, detection: 10s, switch: 20s, zone-switch: 40s, coverage: 100%, replication: synchronous,
     without-standby: go-on, backups: {full: daily, log: 5m, tested-every: 30d}}`,
    `{kind: redis, in: r/a, size: 8GB, backups: {full: daily, copy-to: r/b, tested-every: 30d}}
  far: {kind: redis, in: r/b, size: 8GB}
  sync: {kind: redis-sync, between: [${between}], direction: one-way}`,
  ],
];
const smaller = (each: number): Edit[] => [
  ['in: r/a, count: 4, capacity-each: 400/s', `in: r/a, count: 4, capacity-each: ${each}/s`],
  ['in: r/b, count: 4, capacity-each: 400/s', `in: r/b, count: 4, capacity-each: ${each}/s`],
];
const ONE_ZONE: Edit[] = [
  ['{slb-a: 50%, slb-b: 50%}', '{slb-a: 100%}'],
  ['  slb-b: {kind: slb, in: r/b, backends: [app-b]}\n', ''],
  ['  app-b: {kind: ecs, in: r/b, count: 4, capacity-each: 400/s, boot: 0s, uses: {database: db}}\n', ''],
];

const CONTRACTS: Edit = ['  rules: [', '  contracts: [equipment, lines]\n  rules: ['];
/** The servers of zone b wait instead of serving. */
const waiting = (standby: 'warm' | 'cold'): Edit => [
  'in: r/b, count: 4, capacity-each: 400/s,',
  `in: r/b, count: 4, capacity-each: 400/s, standby: ${standby},`,
];
/** One server of zone b serves, and the others wait. */
const mostWait = (standby: 'warm' | 'cold'): Edit[] => [
  ['backends: [app-b]}', 'backends: [app-b, rest]}'],
  [
    '  app-b: {kind: ecs, in: r/b, count: 4, capacity-each: 400/s,',
    `  rest: {kind: ecs, in: r/b, count: 3, capacity-each: 400/s, standby: ${standby}, boot: 0s, uses: {database: db}}
  app-b: {kind: ecs, in: r/b, count: 1, capacity-each: 400/s,`,
  ],
];
/** Plans that turn users away from a lost zone, whichever it is. */
const turning = (by: string): Edit => {
  const alarm = (zone: string) => `  ${zone}-dark: {watch: {all: [slb-${zone}, app-${zone}]}, from: internet}\n`;
  const plan = (zone: string) =>
    `  ${zone}-lost: {when: {alarm: ${zone}-dark}, decided-by: ${by}, steps: [{hold-out: slb-${zone}}]}\n`;
  return [
    'declared:',
    `teams: {on-call: {size: 1}}\nalarms:\n${alarm('a')}${alarm('b')}plans:\n${plan('a')}${plan('b')}declared:`,
  ];
};
const PEOPLE = '{people: on-call}';
const NO_MONITOR: Edit = [', monitor: {interval: 15s, timeout: 3s, unhealthy: 2}', ''];
/** Three nodes of a majority, in these zones. */
const majority = (zones: string): Edit[] => [
  ['{r: {a: {coordinates: 北京}, b: {coordinates: 北京}}}', '{r: {a: {k: , l: }, b: {}, c: {}}}'],
  [
    'in: [r/a, r/b], size: 8GB, detection: 10s, switch: 20s, zone-switch: 40s, coverage: 100%, replication: synchronous,\n     without-standby: go-on,',
    `edition: three-node, in: [${zones}], size: 8GB,`,
  ],
];

/** By annex A of the 2007 edition: the tier that is left, and what the next one asks. */
const CASES: readonly (readonly [what: string, edits: readonly Edit[], tier: number, ask: Ask | undefined])[] = [
  ['a full backup a day', [full('1d')], 6, undefined],
  ['a full backup in 25 hours', [full('25h')], 2, 'backup-daily'],
  ['a full backup a week', [full('7d')], 2, 'backup-daily'],
  ['a full backup in 169 hours', [full('169h')], 0, 'backup-weekly'],
  ['backups in the lost place only', [['full: daily,', 'full: daily, in: r/a,']], 0, 'backup-off-site'],
  ['backups that nobody checks', [[', tested-every: 30d', '']], 0, 'backups-checked'],
  ['two transfers a day and no replication', alone('full: 12h'), 3, 'equipment-all'],
  ['fewer than two transfers a day', alone('full: 13h'), 2, 'transfers-daily'],
  [
    'semi-synchronous replication',
    [['replication: synchronous', 'replication: semi-synchronous']],
    5,
    'replication-lossless',
  ],
  ['replication out of the lost zone only', caches('db, far'), 5, 'replication-lossless'],
  ['replication into the lost zone only', caches('far, db'), 2, 'transfers-daily'],
  ['nothing beside the lost zone', ONE_ZONE, 1, 'equipment-part'],
  ['that and contracts', [...ONE_ZONE, CONTRACTS], 2, 'equipment-part-there'],
  ['servers for just the demand', smaller(250), 6, undefined],
  ['servers for less than the demand', smaller(249.9), 3, 'equipment-all'],
  ['fewer servers than production', [['in: r/b, count: 4', 'in: r/b, count: 3']], 5, 'equipment-same'],
  [
    'a standby that serves nobody',
    [['slb-a: 50%, slb-b: 50%', 'slb-a: {weight: 100%, priority: 1}, slb-b: {weight: 100%, priority: 2}']],
    5,
    'equipment-hot',
  ],
  ['users whom nobody turns', [[', monitor: {interval: 15s, timeout: 3s, unhealthy: 2}', '']], 4, 'network-switch'],
  [
    'no rules for media',
    [rules('standby-site', 'hardware', 'electronic-transfer', 'real-time-backup', 'systems')],
    0,
    'rules-media',
  ],
  [
    'no rules for the standby site',
    [rules('media', 'hardware', 'electronic-transfer', 'real-time-backup', 'systems')],
    1,
    'rules-standby-site',
  ],
  [
    'no rules for hardware',
    [rules('media', 'standby-site', 'electronic-transfer', 'real-time-backup', 'systems')],
    2,
    'rules-hardware',
  ],
  ['no rules for transfers', [rules('media', 'standby-site', 'hardware', 'systems')], 2, 'rules-electronic-transfer'],
  [
    'no rules for real-time backup',
    [rules('media', 'standby-site', 'hardware', 'electronic-transfer', 'systems')],
    4,
    'rules-real-time-backup',
  ],
  [
    'no rules for systems',
    [rules('media', 'standby-site', 'hardware', 'electronic-transfer', 'real-time-backup')],
    5,
    'rules-systems',
  ],
  ['nobody in the room', [staff([BACKUP, HARDWARE, SYSTEMS].join(', '))], 2, 'room-dedicated'],
  ['people in the room by day', [staff(['room: dedicated', BACKUP, HARDWARE, SYSTEMS].join(', '))], 3, 'room-24x7'],
  ['nobody for backups', [staff([ROOM, HARDWARE, SYSTEMS].join(', '))], 3, 'backup-dedicated'],
  ['people for backups by day', [staff([ROOM, 'backup: dedicated', HARDWARE, SYSTEMS].join(', '))], 4, 'all-24x7'],
  ['nobody for hardware', [staff([ROOM, BACKUP, SYSTEMS].join(', '))], 3, 'hardware-dedicated'],
  [
    'people for hardware by day',
    [staff([ROOM, BACKUP, 'hardware-network: dedicated', SYSTEMS].join(', '))],
    4,
    'all-24x7',
  ],
  ['nobody for systems', [staff([ROOM, BACKUP, HARDWARE].join(', '))], 5, 'systems-24x7'],
  ['a plan that was never tested', [['  plan: {tested: 2026-06-30}\n', '']], 0, 'plan-tested'],
];

describe.each(CASES)('%s', (_what, edits, tier, ask) => {
  const found = allowed(edits);

  it(`allows tier ${tier}`, () => {
    expect([found.tier, found.byDrills]).toEqual([tier, 6]);
  });

  it(ask === undefined ? 'leaves nothing to ask for' : `is told: ${ask}`, () => {
    const asked = askedOf(found);
    if (ask === undefined) expect(asked).toEqual([]);
    else expect(asked).toContain(ask);
    for (const one of found.decidedBy) expect(one.tier).toBe(tier + 1);
  });
});

const DATABASE =
  '{kind: rds, in: [r/a, r/b], size: 8GB, detection: 10s, switch: 20s, zone-switch: 40s, coverage: 100%,';
const byHand = (switching: string): Edit => [
  DATABASE,
  `{kind: database, nodes: 2, switching: ${switching}, in: [r/a, r/b], size: 8GB, detection: 10s, switch: 20s, zone-switch: 40s, coverage: 100%,`,
];
const coverage = (share: string): Edit => ['coverage: 100%', `coverage: ${share}`];
/** One pool over both zones, one server of which is watched; people decide what is done then. */
const watching = (by: string): Edit[] => [
  ['  app-a: {kind: ecs, in: r/a, count: 4', '  app-a: {kind: ecs, in: [r/a, r/b], count: 8'],
  ['  app-b: {kind: ecs, in: r/b, count: 4', '  app-b: {kind: ecs, in: [r/a, r/b], count: 8'],
  [
    'declared:',
    `teams: {on-call: {size: 1}}
alarms: {lost: {watch: [app-a/1]}}
plans: {over: {when: {alarm: lost}, decided-by: ${by}, steps: [{hold-out: slb-a}]}}
declared:`,
  ],
];

/** An ask that nothing else of its tier comes with, and the other side of its boundary. */
const ALONE: readonly (readonly [
  what: string,
  edits: readonly Edit[],
  tier: number,
  asks: readonly Ask[],
  instead: string,
  edits: readonly Edit[],
  tier: number,
  asks: readonly Ask[],
])[] = [
  [
    'servers that stand still',
    [waiting('cold')],
    4,
    ['equipment-warm'],
    'servers that run and wait',
    [waiting('warm')],
    5,
    ['equipment-hot', 'network-both'],
  ],
  [
    'one server that serves, beside servers that stand still',
    mostWait('cold'),
    4,
    ['equipment-warm'],
    'beside servers that run and wait',
    mostWait('warm'),
    5,
    ['equipment-hot'],
  ],
  [
    'a plan that people decide, beside a monitor',
    [turning(PEOPLE)],
    5,
    ['switch-automatic'],
    'the same plan decided by nobody',
    [turning('automation')],
    6,
    [],
  ],
  [
    'a database that people switch',
    [byHand('by-hand')],
    5,
    ['switch-automatic'],
    'one that keepalived switches',
    [byHand('keepalived')],
    6,
    [],
  ],
  [
    'a database of which people switch more than may fail',
    [coverage('94%')],
    5,
    ['switch-automatic'],
    'one of which they switch no more than that',
    [coverage('95%')],
    6,
    [],
  ],
  [
    'a server whose loss starts a plan that people decide',
    watching(PEOPLE),
    5,
    ['switch-automatic'],
    'the same plan by automation',
    watching('automation'),
    6,
    [],
  ],
  [
    'users whom a plan turns by itself',
    [NO_MONITOR, turning('automation')],
    5,
    ['network-both'],
    'users whom a monitor turns too',
    [turning('automation')],
    6,
    [],
  ],
  [
    'users whom people turn',
    [NO_MONITOR, turning(PEOPLE)],
    5,
    ['switch-automatic', 'network-both'],
    'users whom nobody turns',
    [NO_MONITOR],
    4,
    ['network-switch'],
  ],
  [
    'a majority in the lost zone',
    majority('r/a/k, r/a/l, r/b'),
    4,
    ['replication-real-time', 'rules-real-time-backup'],
    'a majority outside every zone',
    majority('r/a, r/b, r/c'),
    6,
    [],
  ],
  [
    'contracts alone',
    [...ONE_ZONE, ...alone('full: daily'), CONTRACTS],
    1,
    ['recovery-place', 'rules-standby-site'],
    'contracts beside a second copy of the data',
    [...ONE_ZONE, CONTRACTS],
    2,
    ['equipment-part-there', 'network-part-there'],
  ],
];

describe.each(ALONE)('%s', (_what, edits, tier, asks, instead, others, otherTier, otherAsks) => {
  it(`allow tier ${tier} and no more for ${asks.join(' and ')}`, () => {
    const found = allowed(edits);
    expect([found.tier, found.byDrills]).toEqual([tier, 6]);
    expect(askedOf(found)).toEqual(asks);
  });

  it(`differ from ${instead}: tier ${otherTier}`, () => {
    const found = allowed(others);
    expect([found.tier, found.byDrills]).toEqual([otherTier, 6]);
    expect(askedOf(found)).toEqual(otherAsks);
  });
});

describe('the second-hand edition of 2025', () => {
  const SECOND_HAND = 'gbt20988-2025-secondary';

  it.each(CASES)('is as strict about its elements: %s', (_what, edits, tier, ask) => {
    const found = allowed(edits, SECOND_HAND);
    expect([found.tier, found.byDrills]).toEqual([tier, 6]);
    if (ask === undefined) expect(askedOf(found)).toEqual([]);
    else expect(askedOf(found)).toContain(ask);
  });

  it.each(ALONE)('and about each alone: %s', (_what, edits, tier, asks, _instead, others, otherTier, otherAsks) => {
    const [one, other] = [allowed(edits, SECOND_HAND), allowed(others, SECOND_HAND)];
    expect([one.tier, askedOf(one)]).toEqual([tier, asks]);
    expect([other.tier, askedOf(other)]).toEqual([otherTier, otherAsks]);
  });

  it('says that they are inferred, where the one of 2007 recalls them', () => {
    const sure = (edition: EditionName) => judged([], edition).elements.map(({ confidence }) => confidence);
    expect(sure(SECOND_HAND)).toEqual(Array(7).fill('inferred'));
    expect(sure('gbt20988-2007')).toEqual(Array(7).fill('memory'));
    for (const { elements } of EDITION_DATA[SECOND_HAND].tiers)
      for (const { source } of Object.values(elements)) expect(source).toContain('carried over from the 2007 edition');
  });
});

describe('the cases', () => {
  it('leave no ask of any tier untried that can decide one', () => {
    const tried = [...CASES.map(([, edits]) => edits), ...ALONE.flatMap((one) => [one[1], one[5]])].flatMap((edits) =>
      askedOf(allowed(edits)),
    );
    const all = EDITION_DATA['gbt20988-2007'].tiers.flatMap(({ elements }) =>
      Object.values(elements).flatMap(({ value }) => value),
    );
    // Tier 3 asks already for a way past the lost place: what is ready at tier 4 cannot be missing by itself.
    expect(all.filter((ask) => !tried.includes(ask))).toEqual(['network-ready']);
  });
});

describe('people whom drills have seen', () => {
  const seen = (people: number): TierResult => {
    const by = { people, automation: 0, itself: 300 - people };
    const zones = [handmade(ZONE, 'r/a', { by }), handmade(ZONE, 'r/b')];
    const disasters = [...zones, handmade(PART, 'app-a/1'), handmade(COPY, 'db/1')];
    return judgeStandard(read(TIER_SIX), { disasters, complete: true }).tiers.find(({ scope }) => scope === 'zone')!;
  };

  it('no more often than recoveries may fail, do not stand in the way of a switch by itself', () => {
    expect([seen(15).tier, askedOf(seen(15))]).toEqual([6, []]);
  });

  it('more often do, whatever the plans say', () => {
    expect([seen(16).tier, askedOf(seen(16))]).toEqual([5, ['switch-automatic']]);
  });
});
