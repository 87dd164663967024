/** Two zones that both serve, one writable database, a plan for the loss of zone a and one for the way back. */
export const ACTIVE_ACTIVE = `hasim: 1
name: 同城双活
places: {cn-beijing: {a: {}, b: {}}}
links:  {a-b: {between: [cn-beijing/a, cn-beijing/b], latency: 1ms}}

components:
  www:      {kind: dns, ttl: 60s, answers: {slb-a: 50%, slb-b: 50%}, monitor: {interval: 15s, timeout: 3s, unhealthy: 2}}
  slb-a:    {kind: slb, in: cn-beijing/a, backends: [app-a]}
  slb-b:    {kind: slb, in: cn-beijing/b, backends: [app-b]}
  app-a:    {kind: ecs, in: cn-beijing/a, count: 4, capacity-each: 400/s, uses: {database: orders-a}}
  app-b:    {kind: ecs, in: cn-beijing/b, count: 4, capacity-each: 400/s, uses: {database: orders-a}}
  orders-a: {kind: rds, in: cn-beijing/a, size: 200GB}
  orders-b: {kind: rds, in: cn-beijing/b, size: 200GB}
  sync:     {kind: dts, from: orders-a, to: orders-b, class: medium, rows-per-write: 6}

workloads:
  browse: {entry: www, demand: 960/s, reads: database}
  order:  {entry: www, demand: 240/s, writes: database, retries: 1}

teams:  {on-call: {size: 1}}
alarms:
  zone-a-dark: {watch: {all: [slb-a, orders-a]}, from: internet, interval: 15s, timeout: 5s, unhealthy: 4}

plans:
  zone-a-lost:
    when: {alarm: zone-a-dark, for: 1m}
    decided-by: {people: on-call, takes: {lognormal: {median: 30m, p95: 2h}}}
    give-up-if: {cleared: zone-a-dark, before: promote}
    steps:
      - {fence: orders-a}
      - {hold-out: slb-a}
      - {promote: orders-b, max-lag: 30s, else: {ask: on-call, takes: 10m, promotes: 80%}}
      - {repoint: app-b, use: {database: orders-b}, takes: {lognormal: {median: 10m, p95: 20m}}, succeeds: 95%, then: retry}
  return-to-a:
    when: {cleared: zone-a-dark, for: 24h, after: zone-a-lost, window: "02:00-05:00"}
    decided-by: {people: on-call}
    steps:
      - {rebuild: orders-a, from: orders-b}
      - {reverse: sync}
      - {check-consistency: [orders-a, orders-b], takes: 30m}
      - {stop-writes: orders-b, until: {lag: 0s}}
      - {promote: orders-a}
      - {repoint: [app-a, app-b], use: {database: orders-a}, takes: 10m}
      - {reverse: sync}
      - {readmit: slb-a}

objectives:
  availability: {order: 99.95%}
  site-lost:    {scope: zone, rto: 4h, rpo: 30m}
faults: [{at: 3d, lose: cn-beijing/a, for: 6h}, {at: 10d, cut: a-b, for: 2h}]
`;
