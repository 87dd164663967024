import { describe, expect, it } from 'vitest';
import { calm, incidents, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.1: a primary zone and a standby zone, about 30 s. ALB and
// NLB serve from all their zones; checks by the defaults of each product.

const PRODUCTS = ['clb', 'alb', 'nlb'] as const;
type Product = (typeof PRODUCTS)[number];
const SECONDS = 20 * 86_400;
/** Each server is looked at at moments that are known. */
const even = (text: string) => text.replace('backends: [app]', 'backends: [app], health-check: {phase: even}');
const told = (product: Product, faults: string) => calm(`product-${product}`, faults, even);
/** Requests that were not served, in seconds of full demand. */
const lost = (product: Product, faults: string): number =>
  (1 - measured(told(product, faults)).workloads['page']!.availability.requests.mean!) * SECONDS;
const page = (product: Product, faults: string) => incidents(told(product, faults), 'page')[0]!;

describe('the loss of a zone', () => {
  const ZONE = '{at: 3d, lose: cn-beijing/a, for: 6h}';
  /** The least that is served after the strike. */
  const least = (product: Product, faults: string): number =>
    Math.min(...page(product, faults).lines.flatMap(({ event }) => (event.kind === 'service' ? [event.served] : [])));

  it('in which a classic balancer serves stops everybody for 30 s', () => {
    expect(least('clb', ZONE)).toBe(0);
    expect(lost('clb', ZONE)).toBeCloseTo(30, 6);
  });

  it('stops half of the users of the others, and of the rest every second one until the checks have found its servers', () => {
    for (const product of ['alb', 'nlb'] as const) expect(least(product, ZONE)).toBeCloseTo(1 / 4, 9);
    // 30 s of half of the users; for at least 19 s, and 20 s, the other half meets a dead server every second time.
    expect(lost('alb', ZONE)).toBeGreaterThan(30 / 2 + 19 / 4);
    expect(lost('alb', ZONE)).toBeLessThan(30 / 2 + 22 / 4);
    expect(lost('nlb', ZONE)).toBeGreaterThan(30 / 2 + 20 / 4);
    expect(lost('nlb', ZONE)).toBeLessThan(30 / 2 + 30 / 4);
  });

  it('where a classic balancer only stands by is no more to it than the loss of servers', () => {
    const OTHER = '{at: 3d, lose: cn-beijing/b, for: 6h}';
    expect(least('clb', OTHER)).toBeCloseTo(1 / 2, 9);
    expect(lost('clb', OTHER)).toBeLessThan(22 / 2);
  });
});

describe('the loss of the whole instance', () => {
  it('moves no zone of any of them', () => {
    for (const product of PRODUCTS) expect(lost(product, '{at: 3d, lose: entry, for: 1h}')).toBeCloseTo(3_600, 6);
  });
});

describe('a server that refuses', () => {
  const REFUSES = '{at: 3d, lose: app/1, effect: exit, for: 1h}';

  it('stays in rotation for three checks of 2 s, or for two of 10 s', () => {
    for (const product of ['clb', 'alb'] as const) {
      const { seconds } = page(product, REFUSES);
      expect(seconds).toBeGreaterThanOrEqual(4);
      expect(seconds).toBeLessThanOrEqual(6);
    }
    const { seconds } = page('nlb', REFUSES);
    expect(seconds).toBeGreaterThanOrEqual(10);
    expect(seconds).toBeLessThanOrEqual(20);
    expect(lost('nlb', REFUSES)).toBeCloseTo(seconds / 6, 6);
  });
});

describe('a server that says nothing', () => {
  it('stays for n timeouts and the intervals between them', () => {
    const SILENT = '{at: 3d, lose: app/1, effect: silent, for: 1h}';
    const between = (product: Product, from: number, to: number) => {
      const { seconds } = page(product, SILENT);
      expect(seconds).toBeGreaterThanOrEqual(from);
      expect(seconds).toBeLessThanOrEqual(to);
    };
    between('clb', 3 * 5 + 2 * 2, 3 * 5 + 3 * 2);
    between('alb', 3 * 5 + 2 * 2, 3 * 5 + 3 * 2);
    between('nlb', 2 * 5 + 10, 2 * 5 + 2 * 10);
  });
});
