import { describe, expect, it } from 'vitest';
import { DAY, type Us } from '../../src/base/index.ts';
import { Drill } from '../../src/experiment/index.ts';
import { read } from '../simulate.ts';

// Who brought service back, where a store has a second copy and no plan begins: it, or people who switch by hand. Each recovery has one answer.

const shop = (store: string): string => `
hasim: 1
places: {r: {a: {}, b: {}, c: {}}}
components:
  app: {kind: ecs, in: r/c, count: 2, uses: {data: db}}
  db: {${store}}
workloads: {order: {entry: app, demand: 100/s, reads: data, writes: data}}
`;

const whoRecovers = (store: string, fault: string) => recoverers(shop(store), fault);

function recoverers(text: string, fault: string) {
  const drill = new Drill(read(text), { seed: '1', times: 10, lostFor: DAY as Us, fault });
  while (drill.step());
  return drill.result({ file: 'x.yaml', sha256: '' }).rows[0]!.workloads[0]!.recoveredBy;
}

const PEOPLE = { people: 10, automation: 0, itself: 0 };
const AUTOMATION = { people: 0, automation: 10, itself: 0 };
const ITSELF = { people: 0, automation: 0, itself: 10 };

describe('who brought service back', () => {
  it.each([
    ['a database that people switch', 'kind: database, nodes: 2, switching: by-hand, in: [r/a, r/b]', PEOPLE],
    [
      'one that keepalived switches',
      'kind: database, nodes: 2, switching: keepalived, coverage: 100%, in: [r/a, r/b]',
      ITSELF,
    ],
    ['or that never does', 'kind: database, nodes: 2, switching: keepalived, coverage: 0%, in: [r/a, r/b]', PEOPLE],
    ['a product that does', 'kind: rds, coverage: 100%, in: [r/a, r/b], size: 1GB', ITSELF],
    ['a product that needs people', 'kind: rds, coverage: 0%, in: [r/a, r/b], size: 1GB', PEOPLE],
    ['nodes that elect', 'kind: rds, edition: three-node, coverage: 100%, in: [r/a, r/b, r/c], size: 1GB', ITSELF],
    ['nodes that cannot', 'kind: rds, edition: three-node, coverage: 0%, in: [r/a, r/b, r/c], size: 1GB', PEOPLE],
    ['a cache', 'kind: redis, room-coverage: 100%, in: [r/a, r/b], size: 1GB', ITSELF],
    ['a cache that needs people', 'kind: redis, room-coverage: 0%, in: [r/a, r/b], size: 1GB', PEOPLE],
  ])('%s', (_, store, who) => {
    expect(whoRecovers(store, 'zone:r/a')).toEqual(who);
  });

  it.each([
    ['a plan of automation', 'max-lag: 1h', AUTOMATION],
    ['one that asks people', 'max-lag: 0s, else: {ask: ops, takes: 1m, promotes: 100%}', PEOPLE],
  ])('%s', (_, gate, who) => {
    const text = shop('kind: rds, edition: basic, in: r/a, size: 1GB').replace(
      'workloads:',
      `  copy: {kind: rds, edition: basic, in: r/b, size: 1GB}
  sync: {kind: dts, from: db, to: copy, max-rows: 1000/s, lag: 1s}
teams: {ops: {size: 1}}
alarms: {dark: {watch: db}}
plans:
  go: {when: {alarm: dark}, decided-by: automation, steps: [{fence: db}, {promote: copy, ${gate}}, {repoint: app, use: {data: copy}}]}
workloads:`,
    );
    expect(recoverers(text, 'zone:r/a')).toEqual(who);
  });
});
