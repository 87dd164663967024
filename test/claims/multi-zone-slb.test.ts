import { describe, expect, it } from 'vitest';
import type { Timeline } from '../../src/index.ts';
import { calm, incidents, measured, when } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.1 (SLB).

const unharmed = (text: string) => text.replaceAll(/,? *faults: \{attack: \{\}, misconfiguration: \{\}\}/g, '');
/** A database that the loss of zone b leaves alone. */
const databaseInA = (text: string) => unharmed(text).replace('in: [cn-beijing/b, cn-beijing/a]', 'in: cn-beijing/a');
const ZONE_B_LOST = '{at: 3d, lose: cn-beijing/b, for: 6h}';
const FIBRE_CUT = '{at: 3d, cut: egress-b, for: 6h}';

const switches = (told: Timeline): number[] =>
  told.lines.flatMap(({ at, event }) => (event.kind === 'role' && event.role === 'zone' ? [at] : []));
/** What is served once nothing changes any more. */
const servedAt = (told: Timeline, seconds: number): number => {
  const all = told.lines.filter(({ at, event }) => event.kind === 'service' && at <= seconds);
  const last = all.at(-1)?.event;
  return last?.kind === 'service' ? last.served : 1;
};

describe('a balancer whose primary zone is lost', () => {
  const [lost] = incidents(calm('multi-zone-slb', ZONE_B_LOST, databaseInA), 'page');

  it('moves after 30 s and returns with the zone, by itself', () => {
    expect(switches(lost!)).toEqual([30, 6 * 3600]);
  });

  it('serves with the few servers of the standby zone, overloaded: what is left and what is served are told', () => {
    // 2 servers of 200/s; page asks for 800/s, order for 100/s and once more for what fails; goodput is (capacity / load)².
    let served = 1;
    for (let pass = 0; pass < 1000; pass++) served = (400 / (800 + 100 * (2 - served))) ** 2;
    expect(servedAt(lost!, 3600)).toBeCloseTo(served, 6);
    const { headroom } = measured(calm('multi-zone-slb', ZONE_B_LOST, databaseInA)).workloads['page']!;
    const after = headroom.find(({ loss }) => loss === 'cn-beijing/b')!;
    expect(after.component).toBe('app-a');
    expect(after.share).toBeCloseTo(400 / (800 + 100 * (2 - served)), 6);
  });

  it('and is no help at all where the standby zone has no servers', () => {
    const empty = (text: string) =>
      databaseInA(text)
        .replace('[app-a, app-b]', '[app-b]')
        .replace(/\n {2}app-a: .*/, '');
    const [gone] = incidents(calm('multi-zone-slb', ZONE_B_LOST, empty), 'page');
    expect(servedAt(gone!, 3600)).toBe(0);
    expect(gone!.seconds).toBeGreaterThanOrEqual(6 * 3600);
  });
});

describe('a zone whose fibre to the outside is cut', () => {
  const scenario = calm('multi-zone-slb', FIBRE_CUT, unharmed);
  const [cut] = incidents(scenario, 'page');

  it('counts as lost for the balancer, which moves in 30 s', () => {
    expect(switches(cut!)).toEqual([30]);
    expect(cut!.seconds).toBe(30);
    expect(measured(scenario).workloads['page']!.phases.switch * (20 / 365)).toBeCloseTo(0.5, 9);
  });

  it('although everything in it runs: its servers and its database go on serving', () => {
    expect(cut!.lines.filter(({ event }) => event.kind === 'truth').map(({ event }) => event)).toMatchObject([
      { thing: 'egress-b' },
    ]);
    expect(servedAt(cut!, 30)).toBeCloseTo(1, 9);
  });
});

describe('an attack on one balancer', () => {
  const ATTACK = (name: string) => `{at: 3d, lose: ${name}, for: 150m}`;

  it('moves no zone: service is back when the attack ends', () => {
    const [hit] = incidents(calm('multi-zone-slb', ATTACK('slb'), unharmed), 'page');
    expect(switches(hit!)).toEqual([]);
    expect(hit!.seconds).toBe(150 * 60);
  });

  it('is survived by several balancers under one name within detection and caches', () => {
    const scenario = calm('multi-slb-dns', ATTACK('slb-1'), unharmed);
    const [hit] = incidents(scenario, 'page');
    const withdrawn = when(
      hit!,
      (event) => event.kind === 'role' && event.role === 'answer' && event.value === 'slb-2',
    );
    expect(withdrawn).toBeGreaterThan(20);
    expect(withdrawn).toBeLessThanOrEqual(35);
    expect(hit!.seconds).toBeLessThanOrEqual(withdrawn + 60);
  });

  it('and both instance faults strike all zones of it at once, where they are asked for', () => {
    const asked = (text: string) =>
      text.replaceAll(/\{attack: \{\}, misconfiguration: \{\}\}/g, '{attack: {mtbf: 2d}}');
    const one = measured(calm('multi-zone-slb', '', asked), 16).workloads['page']!;
    const two = measured(calm('multi-slb-dns', '', asked), 16).workloads['page']!;
    expect(one.causes[0]!.combination).toEqual(['slb attack']);
    expect(one.rtoSeconds.map(({ class: kind, p50 }) => [kind, p50])).toEqual([['component', 9000]]);
    expect(two.downtimeMinutesPerYear.mean!).toBeLessThan(one.downtimeMinutesPerYear.mean! / 5);
  });
});

// Sections 3 and 6.3 call the switch by DNS a matter of seconds.
describe('a name that leads away from a lost balancer', () => {
  const lost = (change: (text: string) => string) =>
    incidents(
      calm('multi-slb-dns', '{at: 3d, lose: slb-1, for: 150m}', (text) =>
        change(text.replace('retries: 1', 'retries: 0')),
      ),
      'order',
    )[0]!.seconds;
  const ttl = (seconds: number) => (text: string) =>
    text.replace('ttl: 60s', `ttl: ${seconds}s\n    hold-on: {share: 0%}`);

  it('does so in seconds where its TTL is small and resolvers obey', () => {
    expect(lost(ttl(5))).toBeLessThan(60);
  });

  it('and in minutes where caches last longer, or one in five holds on to what it knows', () => {
    expect(lost(ttl(600))).toBeGreaterThan(5 * 60);
    const stubborn = (text: string) => ttl(5)(text).replace('share: 0%', 'share: 20%, for: 20m');
    expect(lost(stubborn)).toBeGreaterThan(15 * 60);
  });
});
