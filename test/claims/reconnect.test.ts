import { describe, expect, it } from 'vitest';
import { calm, incidents, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.3: the switch to the standby is transparent to applications. And
// help.aliyun.com/document_detail/141229: clients without a socket timeout hang for several hundred seconds after a failover.

const lose = (what: string, how = 'for: 6h') => `{at: 3d, lose: ${what}, ${how}}`;
const clients = (waits: string, edition: string) => (text: string) =>
  text
    .replace('uses: {database: db}', `${waits}uses: {database: db}`)
    .replace(
      'size: 100GB',
      edition === 'basic' ? 'size: 100GB, switch: 5m' : 'size: 100GB, detection: 10s, switch: 20s, coverage: 100%',
    );
/** Seconds that orders stand still. */
const down = (waits: string, faults = lose('db/1'), edition = 'high-availability') =>
  measured(calm(`product-rds-${edition}`, faults, clients(waits, edition))).workloads['order']!.incidentSeconds.max;

describe('a failover of 30 s', () => {
  it('is transparent to clients that reconnect, or wait no longer than it takes', () => {
    expect(down('')).toBe(30);
    expect(down('socket-timeout: 15s, ')).toBe(30);
  });

  it('is over for others when they give up the node that fell silent: minutes without a time-out', () => {
    expect(down('socket-timeout: 2m, ')).toBe(120);
    expect(down('socket-timeout: none, ')).toBe(15 * 60);
    expect(down('socket-timeout: 2m, ', lose('db/1'), 'three-node')).toBe(120);
    expect(down('socket-timeout: 10m, ', lose('db/1'), 'basic')).toBe(10 * 60);
  });

  it('is over for them when that node is back and refuses what it no longer knows', () => {
    expect(down('socket-timeout: none, ', lose('db/1', 'for: 4m'))).toBe(240);
    expect(down('socket-timeout: none, ', lose('db/1', 'for: 4m'), 'three-node')).toBe(240);
  });

  it('is over at once where a process ended and its machine refuses', () => {
    expect(down('socket-timeout: none, ', lose('db/1', 'for: 6h, effect: exit'))).toBe(30);
  });

  it('spends the rest on propagation: the switch is done', () => {
    const [told] = incidents(
      calm('product-rds-high-availability', lose('db/1'), clients('socket-timeout: 2m, ', 'high-availability')),
      'order',
    );
    const { phases } = measured(
      calm('product-rds-high-availability', lose('db/1'), clients('socket-timeout: 2m, ', 'high-availability')),
    ).workloads['order']!;
    expect(told!.seconds).toBe(120);
    expect(phases.propagate / (phases.propagate + phases.detect + phases.switch)).toBeCloseTo(90 / 120, 6);
  });

  it('by hand, or for planned work, ends connections in good order', () => {
    const planned = (text: string) =>
      clients(
        'socket-timeout: none, ',
        'high-availability',
      )(text).replace('size: 100GB', 'size: 100GB, maintenance: {every: 30d, first: 5d, takes: 1h}');
    expect(measured(calm('product-rds-high-availability', '', planned)).workloads['order']!.incidentSeconds.max).toBe(
      20,
    );
  });
});
