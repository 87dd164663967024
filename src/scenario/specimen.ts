/**
 * A scenario in which every kind, product and edition occurs once with as little stated as possible: what it assumes are the
 * defaults, and the field reference lists them. The architecture makes no sense.
 */
export const SPECIMEN = `
hasim: 1
name: specimen
places: {region: {a: {}, b: {}, c: {}}, site: {kind: idc}}
links:
  link:                 {between: [region/a, region/b]}
  link-express-connect: {kind: express-connect, between: [region/a, region/b]}
  link-leased-line:     {kind: leased-line, between: [region/a, region/b]}
  link-vpn:             {kind: vpn, between: [region/a, region/b]}
  link-internet:        {kind: internet, between: [region/a, region/b]}
  link-backbone:        {kind: backbone, between: [region/a, region/b]}
  link-egress:          {kind: egress, between: [internet, region/a]}
components:
  dns:       {kind: dns, answers: {slb-clb: 1, slb-alb: 1, slb-nlb: 1}, monitor: {}}
  slb-clb:   {kind: slb, product: clb, in: {primary: region/a, standby: region/b}, session-persistence: {}, backends: [ecs]}
  slb-alb:   {kind: slb, product: alb, in: region/a, backends: [ecs], cluster: {}, limits: {}, faults: {attack: {}, misconfiguration: {}}}
  slb-nlb:   {kind: slb, product: nlb, in: region/a, backends: [ecs], cluster: {}}
  ecs:       {kind: ecs, in: region/a, count: 2, uses: {database: rds-ha}, faults: {change: {}}}
  ecs-scaled: {kind: ecs, in: region/a, count: 2, control: ecs-control, scaling: {min: 1, max: 2}}
  ecs-cold:  {kind: ecs, in: region/a, count: 2, uses: {database: rds-ha}, socket-timeout: none, image: images, control: ecs-control, standby: cold}
  ecs-control: {kind: ecs-control, in: [region/a, region/b]}
  rds-ha:    {kind: rds, edition: high-availability, in: [region/a, region/b], size: 1GB}
  rds-cluster: {kind: rds, edition: cluster, in: [region/a, region/b], read-only: {in: region/c}, size: 1GB}
  rds-three-node: {kind: rds, edition: three-node, in: [region/a, region/b, region/c], size: 1GB}
  database-single: {kind: database, in: region/a, size: 1GB}
  database-shared: {kind: database, in: region/a, on: ecs, size: 1GB}
  database-keepalived: {kind: database, nodes: 2, in: region/a, size: 1GB}
  database-by-hand: {kind: database, nodes: 2, switching: by-hand, in: region/a, size: 1GB}
  rds-basic: {kind: rds, edition: basic, in: region/b, size: 1GB, maintenance: {every: 90d}}
  appliance-100: {kind: bcdr, in: site, from: rds-basic, to: rds-copy, drills: {every: 30d}}
  appliance-200: {kind: bcdr, model: dr-200, in: site, from: rds-copy, to: rds-copy-2}
  rds-copy:   {kind: rds, edition: basic, in: region/a, size: 1GB, faults: none}
  rds-copy-2: {kind: rds, edition: basic, in: region/b, size: 1GB, faults: none}
  drds:      {kind: drds, in: [region/a, region/b], shards: [rds-ha, rds-basic]}
  dts:       {kind: dts, from: rds-ha, to: rds-basic, faults: {ddl: {}}}
  redis:     {kind: redis, in: region/a, replication: semi-synchronous}
  redis-two: {kind: redis, in: [region/a, region/b]}
  redis-cluster: {kind: redis, edition: cluster, in: region/a}
  oss:       {kind: oss, in: region/a}
  oss-two:   {kind: oss, in: region/b, backups: {}}
  oss-replication:     {kind: oss-replication, from: oss, to: oss-two}
  oss-replication-rtc: {kind: oss-replication, from: oss-two, to: oss, rtc: true}
  redis-sync: {kind: redis-sync, between: [redis, redis-two]}
  redis-split:   {kind: redis, edition: read-write-split, in: region/a}
  dbs:       {kind: dbs, of: rds-basic, in: region/a}
  hbr:       {kind: hbr, of: rds-basic, in: region/a}
  snapshots: {kind: snapshots, of: rds-basic, in: region/a}
  images:    {kind: images, of: rds-basic, in: region/b}
workloads:
  workload: {entry: dns, demand: 1/s, writes: database}
teams: {team: {}}
alarms: {alarm: {watch: [rds-ha], from: region/b}}
plans:
  plan:
    when: {alarm: alarm}
    decided-by: {people: team}
    steps:
      - {fence: rds-ha}
      - {failover: appliance-100}
      - {failback: appliance-100}
      - {promote: rds-basic}
      - {repoint: ecs, use: {database: rds-basic}}
      - {rebuild: rds-ha, from: rds-basic}
      - {reverse: dts}
      - {restart: dts}
      - {check-consistency: rds-ha}
      - {stop-writes: rds-basic, until: {lag: 0s}}
      - {promote: rds-ha}
      - {start: ecs-cold}
      - {stop: ecs-cold}
      - {rebind: ecs-control}
      - {back-up: images}
`;
