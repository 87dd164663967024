/**
 * A database that is lost for an hour, 3:30 to 4:30 of the fourth day, another that takes over, and a way back with a copy of an
 * hour from 5:30 on: 100 writes a second, 200 rows a second carried, two seconds on the way.
 * @param steps what the plan back does after it has turned the task round, one a line
 * @param more faults beside, one a line
 */
export const wayBack = (steps: readonly string[], more: string): string => `
places: {r: {a: {}}, q: {b: {}}}
links: {l: {kind: leased-line, between: [r, q], bandwidth: 8Gbps, latency: 30ms}}
components:
  db:  {kind: database, nodes: 1, in: r/a, size: 360GB, rebuild-speed: 100MB/s}
  db2: {kind: database, nodes: 1, in: q/b, size: 360GB, rebuild-speed: 100MB/s}
  sync: {kind: dts, from: db, to: db2, max-rows: 200/s, lag: 2s, bytes-per-row: 1kB, resumable: 2d}
  app: {kind: ecs, in: q/b, count: 1, boot: 0s, uses: {d: db}}
workloads: {w: {entry: app, demand: 100/s, writes: d}}
alarms: {dark: {watch: db}}
plans:
  fail:
    when: {alarm: dark, for: 1m}
    decided-by: {automation: 0s}
    steps:
      - {fence: db, takes: 0s}
      - {promote: db2, takes: 1m}
      - {repoint: app, use: {d: db2}, takes: 1m}
  back:
    when: {cleared: dark, for: 1h, after: fail}
    decided-by: {automation: 0s}
    steps:
      - {rebuild: db, from: db2}
      - {reverse: sync, takes: 1m}
${steps.map((step) => `      - ${step}`).join('\n')}
faults:
  - {at: 3d 3h 30m, lose: db, for: 1h}
${more}
`;
