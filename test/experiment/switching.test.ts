import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../src/base/index.ts';
import { Drill, type TimelineLine } from '../../src/experiment/index.ts';
import { eventText } from '../../src/report/timeline/events.ts';
import { wordsOf } from '../../src/report/words/index.ts';
import { read } from '../simulate.ts';

/** What one drill of a fault tells. */
function linesOf(text: string, fault: string): readonly TimelineLine[] {
  const drill = new Drill(read(text), { times: 1, seed: '1', lostFor: parseDuration('1d')!, timelines: true, fault });
  while (drill.step());
  return drill.result({ file: 'x', sha256: '' }).rows[0]!.timelines![0]!.lines;
}

const saidIn = (language: 'en' | 'zh', lines: readonly TimelineLine[]): string[] =>
  lines.map(({ at, event }) => `${at} ${eventText(event, wordsOf(language))}`);

const SHOP = `hasim: 1
name: two zones
places: {r: {zone-1: {}, zone-2: {}}}
components:
  lb: {kind: slb, product: clb, in: {primary: r/zone-1, standby: r/zone-2, switch: 30s}, backends: [app], faults: none}
  app: {kind: ecs, in: r/zone-2, count: 4, capacity-each: 500/s, faults: none, uses: {database: db}}
  db: {kind: rds, edition: high-availability, in: [r/zone-1, r/zone-2], size: 10GB, detection: 10s, zone-switch: 70m, coverage: 100%,
       faults: none}
workloads: {order: {entry: lb, demand: 100/s, writes: database}}
`;

describe('what a product does by itself', () => {
  const lines = linesOf(SHOP, 'zone:r/zone-1');

  it('is told when it begins, and how long it took when it ends', () => {
    expect(lines.flatMap(({ at, event }) => (event.kind === 'switching' ? [[at, event]] : []))).toEqual([
      [0, { kind: 'switching', thing: 'lb', phase: 'switch', seconds: null }],
      [10, { kind: 'switching', thing: 'db', phase: 'switch', seconds: null }],
      [30, { kind: 'switching', thing: 'lb', phase: 'switch', seconds: 30 }],
      [4_210, { kind: 'switching', thing: 'db', phase: 'switch', seconds: 4_200 }],
    ]);
  });

  it('is told in either language', () => {
    expect(saidIn('en', lines)).toContain('10 db begins to switch to what is left of it');
    expect(saidIn('en', lines)).toContain('4210 db: the switch has ended after 70 min');
    expect(saidIn('zh', lines)).toContain('4210 db：切换历时 70 分钟，已结束');
  });

  it('that people do is told as that', () => {
    const byHand = SHOP.replace('coverage: 100%', 'coverage: 0%, manual: 20m');
    expect(
      linesOf(byHand, 'zone:r/zone-1').flatMap(({ at, event }) =>
        event.kind === 'switching' && event.thing === 'db' ? [[at, event.phase, event.seconds]] : [],
      ),
    ).toEqual([
      [10, 'decide', null],
      [1_210, 'decide', 1_200],
      [1_210, 'switch', null],
      [5_410, 'switch', 4_200],
    ]);
  });
});

const FILES = `hasim: 1
name: objects
places: {r: {zone-1: {}, zone-2: {}}}
components:
  app: {kind: ecs, in: [r/zone-1, r/zone-2], count: 4, capacity-each: 500/s, faults: none, uses: {objects: files}}
  files: {kind: oss, in: r/zone-1, chunk-servers: 12, faults: none}
workloads: {page: {entry: app, demand: 100/s, reads: objects}}
`;

describe('the parts of an object store', () => {
  const lines = linesOf(FILES, 'zone:r/zone-1');

  it('are lost in a line a sort, with how many there are', () => {
    const told = lines.flatMap(({ at, event }) =>
      event.kind === 'truths' && at === 0 ? [[event.of, event.count, event.total]] : [],
    );
    expect(told).toEqual([
      ['app', 2, 4],
      ['files/chunk', 12, 12],
      ['files/master', 3, 3],
      ['files/kv', 3, 3],
      ['files/ws', 3, 3],
    ]);
    expect(saidIn('en', lines)).toContain('0 12 of 12 files/chunk stops answering (r/zone-1 lost)');
    expect(saidIn('zh', lines)).toContain('0 12 个 files/chunk 中的 12 个不再应答（r/zone-1 失效）');
  });

  it('are told singly where single ones break, and places that end in a number are no parts', () => {
    expect(
      lines.filter(({ event }) => event.kind === 'truth').map(({ event }) => 'thing' in event && event.thing),
    ).toEqual(['r/zone-1', 'files']);
    const one = linesOf(
      FILES.replace('chunk-servers: 12, faults: none', 'chunk-servers: 12'),
      'instance:files/chunk-3',
    );
    expect(saidIn('en', one)[0]).toContain('files/chunk-3');
  });
});
