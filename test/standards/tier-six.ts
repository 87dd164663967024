import type { MeasuredDisaster, MeasuredTime } from '../../src/standards/index.ts';

/** Two zones that both serve, one synchronous database over both, everything declared: nothing but drills is missing for tier 6. */
export const TIER_SIX = `
hasim: 1
name: tier six
catalogue: none
places: {r: {a: {coordinates: 北京}, b: {coordinates: 北京}}}
components:
  www:   {kind: dns, ttl: 60s, answers: {slb-a: 50%, slb-b: 50%}, monitor: {interval: 15s, timeout: 3s, unhealthy: 2}, hold-on: {share: 0%}}
  slb-a: {kind: slb, in: r/a, backends: [app-a]}
  slb-b: {kind: slb, in: r/b, backends: [app-b]}
  app-a: {kind: ecs, in: r/a, count: 4, capacity-each: 400/s, boot: 0s, uses: {database: db}}
  app-b: {kind: ecs, in: r/b, count: 4, capacity-each: 400/s, boot: 0s, uses: {database: db}}
  db:
    {kind: rds, in: [r/a, r/b], size: 8GB, detection: 10s, switch: 20s, zone-switch: 40s, coverage: 100%, replication: synchronous,
     without-standby: go-on, backups: {full: daily, log: 5m, tested-every: 30d}}
workloads:
  order: {entry: www, demand: 1000/s, reads: database, writes: database}
objectives: {tier: {at-least: 6, scope: zone}}
declared:
  staff: {room: 24x7, backup: 24x7, hardware-network: 24x7, systems: 24x7}
  rules: [media, standby-site, hardware, electronic-transfer, real-time-backup, systems]
  plan: {tested: 2026-06-30}
`;

/** So many recoveries that all took the same time. */
export const always = (seconds: number, count = 300): MeasuredTime => ({
  count,
  p95: seconds,
  low: seconds,
  high: seconds,
  max: seconds,
});

interface Handmade {
  readonly rto?: MeasuredTime;
  readonly rpo?: MeasuredTime;
  readonly clean?: number;
  readonly failed?: number;
  readonly drills?: number;
  readonly by?: MeasuredDisaster['workloads'][number]['by'];
}

const NOBODY = { people: 0, automation: 0, itself: 0 } as const;

/** A disaster as drills could have shown it. */
export function handmade(
  kind: Pick<MeasuredDisaster, 'class' | 'scope'>,
  domain: string,
  { drills = 300, rto = always(0, drills), rpo, clean, failed = 0, by = NOBODY }: Handmade = {},
): MeasuredDisaster {
  return {
    ...kind,
    domain,
    fault: 'lost',
    drills,
    failed,
    workloads: [{ workload: 'order', time: rto, failed, by }],
    stores:
      rpo === undefined ? [] : [{ store: 'db', point: rpo, clean: clean ?? (rpo.max === 0 ? rpo.count : 0), gone: 0 }],
  };
}

export const ZONE = { class: 'site-lost', scope: 'zone' } as const;
export const PART = { class: 'part-lost', scope: 'instance' } as const;
export const COPY = { class: 'damaged-copy', scope: 'instance' } as const;
