import { describe, expect, it } from 'vitest';
import { type Ask, judgeStandard, type TierResult } from '../../src/standards/index.ts';
import { read } from '../simulate.ts';
import { COPY, handmade, PART, TIER_SIX, ZONE } from './tier-six.ts';

type Edit = readonly [from: string, to: string];

/** What the elements allow against the loss of a zone where every recovery takes no time: nothing but the structure decides. */
function allowed(...edits: readonly Edit[]): TierResult {
  let text = TIER_SIX;
  for (const [from, to] of edits) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  const zones = [handmade(ZONE, 'r/a'), handmade(ZONE, 'r/b')];
  const disasters = [...zones, handmade(PART, 'app-a/1'), handmade(COPY, 'db/1')];
  return judgeStandard(read(text), { disasters, complete: true }).tiers.find(({ scope }) => scope === 'zone')!;
}

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
const smaller = (each: number): Edit[] => [
  ['in: r/a, count: 4, capacity-each: 400/s', `in: r/a, count: 4, capacity-each: ${each}/s`],
  ['in: r/b, count: 4, capacity-each: 400/s', `in: r/b, count: 4, capacity-each: ${each}/s`],
];
const ONE_ZONE: Edit[] = [
  ['{slb-a: 50%, slb-b: 50%}', '{slb-a: 100%}'],
  ['  slb-b: {kind: slb, in: r/b, backends: [app-b]}\n', ''],
  ['  app-b: {kind: ecs, in: r/b, count: 4, capacity-each: 400/s, boot: 0s, uses: {database: db}}\n', ''],
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
  ['nothing beside the lost zone', ONE_ZONE, 1, 'equipment-part'],
  [
    'that and contracts',
    [...ONE_ZONE, ['  rules: [', '  contracts: [equipment, lines]\n  rules: [']],
    2,
    'equipment-part-there',
  ],
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
  const found = allowed(...edits);

  it(`allows tier ${tier}`, () => {
    expect([found.tier, found.byDrills]).toEqual([tier, 6]);
  });

  it(ask === undefined ? 'leaves nothing to ask for' : `is told: ${ask}`, () => {
    const asked = found.decidedBy.flatMap((one) => (one.kind === 'element' ? [one.ask] : []));
    if (ask === undefined) expect(asked).toEqual([]);
    else expect(asked).toContain(ask);
    for (const one of found.decidedBy) expect(one.tier).toBe(tier + 1);
  });
});
