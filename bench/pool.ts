/** A scenario of so many servers behind a balancer, each of which has more than half of its capacity to do. */
export const poolOf = (instances: number): string => `hasim: 1
name: pool
places: {east: {a: {}}}
components:
  slb: {kind: slb, in: east/a, backends: [web]}
  web: {kind: ecs, in: east/a, count: ${instances}, capacity-each: 100/s}
workloads:
  page: {entry: slb, demand: ${instances * 60}/s}
`;
