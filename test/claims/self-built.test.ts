import { describe, expect, it } from 'vitest';
import { calm, incidents, measured } from './told.ts';

// Alibaba Cloud solution page "highly available architecture on the cloud", collected 2026-02-03: one server, and a pair that one
// builds oneself, beside the managed products.

const RUNS = 200;
const lose = (what: string, more = '') => `{at: 3d, lose: ${what}, for: 6h${more}}`;
const orders = (name: string, what: string, change?: (text: string) => string) =>
  measured(calm(name, lose(what), change), RUNS);

describe('one server', () => {
  it('is one fault domain: its machine takes application and database', () => {
    const [lost] = incidents(calm('single-node', lose('app/1')), 'page');
    const fell = lost!.lines.flatMap(({ event }) => (event.kind === 'truth' ? [event.thing] : []));
    expect(fell).toContain('app');
    expect(fell).toContain('db');
    expect(lost!.seconds).toBeGreaterThanOrEqual(6 * 3600);
  });

  it('whose application exits keeps its database', () => {
    const [lost] = incidents(calm('single-node', lose('app/1', ', effect: exit')), 'page');
    const fell = lost!.lines.flatMap(({ event }) => (event.kind === 'truth' ? [event.thing] : []));
    expect(fell).not.toContain('db');
  });
});

// Disaster-recovery white paper, version 2019-07-18, section 2: a database on the server of its application contends with it.
describe('application and database on one server', () => {
  const served = (change: (text: string) => string) =>
    measured(calm('single-node', '', change)).workloads['page']!.availability.requests.mean ?? 1;
  const busy = (text: string) => text.replace('demand: 200/s', 'demand: 300/s');

  it('take capacity from each other: half of it is left, and beyond that goodput falls', () => {
    expect(served((text) => text)).toBe(1);
    expect(served(busy)).toBeCloseTo(250 ** 2 / 300 / 300, 9);
  });

  it('do not where the database has a machine of its own', () => {
    expect(served((text) => busy(text).replace('on: app, work: 1, ', ''))).toBe(1);
    expect(() => served((text) => text.replace('on: app, ', ''))).toThrow('`work` is what it takes');
  });
});

describe('a self-built pair', () => {
  const own = orders('self-built-ha', 'app/1');
  const managed = orders('cloud-ha', 'db/1');

  it('switches by keepalived more slowly and less surely than the managed edition, and loses the last writes', () => {
    const [slow, fast] = [own, managed].map(({ workloads }) => workloads['order']!.rtoSeconds[0]!);
    expect(slow!.p50!).toBeGreaterThan(fast!.p50!);
    expect(slow!.p95!).toBeGreaterThan(600); // where keepalived fails, people are called
    expect(fast!.p95!).toBeLessThan(60);
    expect(own.stores['db']!.cleanRecoveries).toBe(0);
    expect(managed.stores['db']!.cleanRecoveries).toBe(managed.stores['db']!.recoveries);
  });

  it('needs people wherever its switch is not automatic', () => {
    const byHand = orders('self-built-ha', 'app/1', (text) =>
      text.replace('switching: keepalived', 'switching: by-hand'),
    );
    expect(byHand.workloads['order']!.rtoSeconds[0]!.p50!).toBeGreaterThan(15 * 60);
  });

  it('falls with its room', () => {
    expect(orders('self-built-ha', 'office').workloads['order']!.incidentSeconds.max).toBeGreaterThanOrEqual(6 * 3600);
  });
});
