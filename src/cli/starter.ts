/** The scenario that `hasim init` writes: small, commented, and free of warnings. */
export const STARTER = `# A web shop in two zones of one region. Change it into your own architecture, then:
#   hasim validate THIS_FILE     says what is wrong, line by line
#   hasim run THIS_FILE          measures availability, recovery times and lost data
#   hasim explain THIS_FILE      tells the typical and the worst incident second by second
hasim: 1
name: web shop in two zones
about: >
  Servers in both zones behind one load balancer; the primary of the database in zone a, its standby in zone b.

# Fault domains. They nest: region, zone, rack. Whatever stands in a place is lost with it.
places:
  cn-hangzhou: {a: {}, b: {}}

components:
  lb:
    kind: slb                                   # a load balancer: learns of dead servers by its health check
    in: {primary: cn-hangzhou/a, standby: cn-hangzhou/b}
    backends: [web]
    health-check: {interval: 2s, timeout: 5s, unhealthy: 3, healthy: 3}
  web:
    kind: ecs                                   # a pool of equal servers, spread over its places
    in: [cn-hangzhou/a, cn-hangzhou/b]
    count: 6
    capacity-each: 400/s                        # three of them carry the whole demand
    uses: {database: shop}
  shop:
    kind: rds                                   # a primary, a standby, and a controller that promotes
    edition: high-availability
    in: [cn-hangzhou/a, cn-hangzhou/b]
    size: 200GB
    replication: semi-synchronous

# What users ask for. Availability is measured for each workload.
workloads:
  browse: {entry: lb, demand: 900/s, reads: database}
  order:  {entry: lb, demand: 100/s, writes: database, retries: 1}

# What you want. A run judges availability; the loss of a zone is judged by drills.
objectives:
  availability: {order: 99.9%}
  site-lost: {scope: zone, rto: 4h, rpo: 30m}

# Every figure that is not written here has a default with its source; the report lists them as assumptions.
# Faults come from a catalogue of defaults. To state your own, for example on the pool:
#   faults: {crash: {mtbf: 90d, repair: 2m}}
`;
