import { describe, expect, it } from 'vitest';
import { withFaultsOnly } from '../../src/scenario/index.ts';
import { assertTier, FaultsFound, scenarioOf } from '../../src/testing/index.ts';

/** A database of two zones with all that an auditor asks beside it. */
const scenarioText = (replication: string, zone = '40s'): string => `
hasim: 1
places: {r: {a: {}, b: {}, c: {}}}
components:
  lb:  {kind: slb, product: alb, in: [r/a, r/b, r/c], backends: [app]}
  app: {kind: ecs, in: [r/a, r/b, r/c], count: 6, capacity-each: 100/s, uses: {db: db}}
  db:  {kind: rds, edition: high-availability, in: [r/a, r/b], size: 8GB, detection: 10s, switch: 20s, zone-switch: ${zone},
        coverage: 100%, replication: ${replication}, without-standby: go-on, backups: {full: daily, log: 5m, copy-to: r/c, tested-every: 30d}}
workloads: {order: {entry: lb, demand: 50/s, reads: db, writes: db}}
declared:
  staff: {room: 24x7, backup: 24x7, hardware-network: 24x7, systems: 24x7}
  rules: [media, standby-site, hardware, real-time-backup, electronic-transfer, systems]
  plan: {tested: 2026-06-30}
`;

function failureOf(text: string, tier: 1 | 5 | 6): FaultsFound {
  try {
    assertTier(scenarioOf(text), { tier, scope: 'zone', times: 60, file: 'shop.yaml' });
  } catch (error) {
    if (error instanceof FaultsFound) return error;
    throw error;
  }
  throw new Error('it holds');
}

describe('assertTier', () => {
  it('says what blocks, with the smallest schedule that shows it and how to replay it', () => {
    const failure = failureOf(scenarioText('synchronous', '5d'), 5);
    expect(failure.message).toMatch(/^assertTier: tier 5 is not met against the loss of one zone; tier \d is proven/);
    expect(failure.message).toMatch(/tier 5, site-lost r\/a: (time|failures)/);
    const { found } = failure;
    expect(found!.faults).toMatchObject([{ deed: 'lose', target: 'r/a' }]);
    expect(scenarioOf(withFaultsOnly(scenarioText('synchronous'), found!.yaml)!).schedule).toHaveLength(1);
    expect(failure.message).toContain('hasim explain shop.yaml --faults found.yaml');
  });

  it('holds for the tier that drills, structure and declarations support', () => {
    assertTier(scenarioOf(scenarioText('synchronous')), { tier: 4, scope: 'zone', times: 60 });
  });

  it('names every demand that is not met, and the fault that loses data where none may be lost', () => {
    const failure = failureOf(scenarioText('asynchronous'), 6);
    expect(failure.message).toContain('tier 6 asks replication-lossless (data-backup, structure)');
    expect(failure.message).toMatch(/tier 6, site-lost r\/a: data .* s, limit 0 s \(fail\)/);
    expect(failure.found!.breaks).toMatchObject([{ objective: 'tier 6', kind: 'rpo', of: 'db', limit: 0 }]);
  });

  it('is not proven by too few drills', () => {
    const few = () => assertTier(scenarioOf(scenarioText('synchronous')), { tier: 4, scope: 'zone', times: 20 });
    expect(few).toThrow(/tier 4 is not proven .* drills would decide/s);
  });

  it('tells a scope that is not there', () => {
    const text = scenarioText('synchronous');
    expect(() => assertTier(scenarioOf(text), { tier: 1, scope: 'idc', times: 1 })).toThrow('of the scope idc');
  });
});
