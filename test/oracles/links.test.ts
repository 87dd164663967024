import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, type Us } from '../../src/base/index.ts';
import { replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario, type Model } from '../../src/scenario/index.ts';
import { listen, read } from '../simulate.ts';

const MBPS = 125_000;

/** 100 writes a second of 10 kB at one site, carried to another; the lag of each task is looked at when asked. */
const sites = (links: string, { faults = '', tasks = 1, plans = '' } = {}): string => `
hasim: 1
start: new
catalogue: none
places: {home: {kind: idc}, cloud: {a: {}, b: {}}}
links: {${links}}
components:
  web: {kind: ecs, in: home, count: 1, boot: 0s, uses: {database: here, second: more}}
  here: {kind: rds, edition: basic, in: home, size: 90GB}
  there: {kind: rds, edition: basic, in: cloud/a, size: 90GB, rebuild: 10m}
  more: {kind: rds, edition: basic, in: home, size: 90GB}
  copy: {kind: rds, edition: basic, in: cloud/b, size: 90GB}
  sync: {kind: dts, from: here, to: there, class: large, lag: 0s, bytes-per-row: 10kB}
${tasks === 2 ? '  twin: {kind: dts, from: more, to: copy, class: large, lag: 0s, bytes-per-row: 10kB}' : ''}
workloads: {order: {entry: web, demand: 100/s, writes: [database, second], settle: 0s}}
${plans}
faults: [${faults}]
`;

interface Look {
  readonly seconds: number;
  readonly rows: number;
}

function after(text: string, time: number): Model {
  const model = compileScenario(read(text));
  replicate(model, masterKey('1'), 0, time as Us);
  return model;
}

/** The lag of a task in whole seconds, and the writes that wait. */
function lagAfter(text: string, time: number, task = 0): Look {
  const replication = after(text, time).world.stores.streams.replications[task]!;
  return { seconds: replication.lag() / SECOND, rows: replication.gap().writes };
}

const line = (name: string, mbps: number, more = '') =>
  `${name}: {between: [home, cloud], latency: 0s, bandwidth: ${mbps}Mbps${more}}`;

describe('replication over a line of bandwidth B, w writes a second of s bytes', () => {
  // 100/s of 10 kB are 8 Mbps.
  it('keeps up while B ≥ w·s', () => {
    expect(lagAfter(sites(line('l', 8)), HOUR)).toEqual({ seconds: 0, rows: 0 });
  });

  it('falls behind by 1 − B/(w·s) seconds a second on a thinner one', () => {
    const { seconds, rows } = lagAfter(sites(line('l', 6)), HOUR);
    expect(seconds).toBeCloseTo(3_600 * (1 - 6 / 8), 5);
    expect(rows).toBeCloseTo((100 - (6 * MBPS) / 10_000) * 3_600, 3);
  });

  it('works off the backlog of a cut of D at B/s rows a second', () => {
    const cut = { faults: '{at: 1h, cut: l, for: 10m}' };
    expect(lagAfter(sites(line('l', 12), cut), HOUR + 10 * MINUTE).seconds).toBeCloseTo(600, 5);
    // 150 rows/s against 100/s: gone D·w/(c − w) = 20 min later.
    expect(lagAfter(sites(line('l', 12), cut), HOUR + 29 * MINUTE).rows).toBeCloseTo(50 * 60, 3);
    expect(lagAfter(sites(line('l', 12), cut), HOUR + 31 * MINUTE)).toEqual({ seconds: 0, rows: 0 });
  });

  it('is divided evenly among the tasks that flow over it', () => {
    for (const task of [0, 1]) {
      expect(lagAfter(sites(line('l', 12), { tasks: 2 }), HOUR, task).seconds).toBeCloseTo(3_600 * (1 - 6 / 8), 5);
      expect(lagAfter(sites(line('l', 16), { tasks: 2 }), HOUR, task).seconds).toBe(0);
    }
  });

  it('is left to the others while a task does not work, or the end of one does not', () => {
    for (const lost of ['twin', 'more', 'copy']) {
      const faults = `{at: 1s, lose: ${lost}, for: 3599s}`;
      // 150 rows/s alone, 75 rows/s beside the other, of 100.
      expect(lagAfter(sites(line('l', 12), { tasks: 2, faults }), HOUR).seconds).toBe(0);
      const later = lagAfter(sites(line('l', 12), { tasks: 2, faults }), 2 * HOUR).seconds;
      expect(later).toBeCloseTo(900, 5);
    }
  });

  it('adds half of the latency there and back to the lag', () => {
    const far = 'l: {between: [home, cloud], latency: 30ms, bandwidth: 100Mbps}';
    expect(lagAfter(sites(far), HOUR).seconds).toBe(0.015);
  });

  it('takes as long for a full copy as the size ÷ B, where that is longer than the copy itself', () => {
    const plans = (mbps: number) =>
      sites(line('l', mbps), {
        faults: '{at: 1h, lose: web, for: 1m}',
        plans: `alarms: {lost: {watch: [web]}}
plans: {again: {when: {alarm: lost}, decided-by: automation, steps: [{rebuild: there, from: here}]}}`,
      });
    const ends = (mbps: number): number => {
      const model = compileScenario(read(plans(mbps)));
      const told = listen(model);
      replicate(model, masterKey('1'), 0, (12 * HOUR) as Us);
      return told.find(([, kind, , value]) => kind === 'step 0' && value === 'end')![0] - HOUR;
    };
    // 90 GB at 80 Mbps, half of which the task has: 5 h; at 10 Gbps: the 10 min that the store takes.
    expect(ends(80)).toBe(5 * HOUR);
    expect(ends(10_000)).toBe(10 * MINUTE);
  });
});

describe('two lines between two places', () => {
  const leased = 'leased: {kind: leased-line, between: [home, cloud], latency: 0s, bandwidth: 100Mbps}';
  const vpn = 'vpn: {kind: vpn, between: [home, cloud], latency: 0s, bandwidth: 6Mbps}';

  it('carry over the wider while it works, over the other at its own bandwidth while it does not', () => {
    const cut = { faults: '{at: 1h, cut: leased, for: 1h}' };
    expect(lagAfter(sites(`${leased}, ${vpn}`, cut), HOUR).seconds).toBe(0);
    expect(lagAfter(sites(`${leased}, ${vpn}`, cut), 2 * HOUR - 1).seconds).toBeCloseTo(900, 3);
    expect(lagAfter(sites(leased, cut), 2 * HOUR - 1).seconds).toBeCloseTo(3_600, 3);
    expect(lagAfter(sites(`${leased}, ${vpn}`, cut), 2 * HOUR + 5 * MINUTE).seconds).toBe(0);
  });

  it('fall together where they lie in one trench', () => {
    const text = sites(`${leased}, ${vpn}`, { faults: '{at: 1h, lose: trench, for: 1h}' });
    const common = `${text}\ndomains: {trench: {takes: [leased, vpn]}}`;
    expect(lagAfter(common, 2 * HOUR - 1).seconds).toBeCloseTo(3_600, 3);
  });
});

describe('the way out of a place', () => {
  const users = (egress: string, faults: string): number => {
    const model = after(
      `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}}
links: {a-b: {between: [r/a, r/b], latency: 1ms}, out-a: {${egress}between: [internet, r/a]}, out-b: {${egress}between: [internet, r/b]}}
components:
  web-a: {kind: ecs, in: r/a, count: 1, uses: {database: db}}
  web-b: {kind: ecs, in: r/b, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a}
workloads: {a: {entry: web-a, demand: 1/s, writes: database}, b: {entry: web-b, demand: 1/s, writes: database}}
faults: [${faults}]
`,
      2 * HOUR,
    );
    return model.service.share(0) + 2 * model.service.share(1);
  };

  it('is nobody else’s: users do not come in by the neighbour, the neighbour reaches what is inside', () => {
    expect(users('kind: egress, ', '')).toBe(3);
    expect(users('kind: egress, ', '{at: 1h, cut: out-a, for: 2h}')).toBe(2);
    expect(users('kind: egress, ', '{at: 1h, cut: a-b, for: 2h}')).toBe(1);
  });

  it('unlike a link to the internet that is no egress, which others pass through', () => {
    expect(users('', '{at: 1h, cut: out-a, for: 2h}')).toBe(3);
  });
});

describe('a link of a region', () => {
  /** A server in one zone, its database in another, a third place elsewhere; what is served after an hour. */
  const served = (links: string, faults: string): number => {
    const text = `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}, far: {c: {}}}
links: {${links}}
components:
  web: {kind: ecs, in: r/a, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/b}
workloads: {order: {entry: web, demand: 1/s, writes: database}}
faults: [${faults}]
`;
    return after(text, 2 * HOUR).service.share(0);
  };
  const out = 'out: {between: [r, far], latency: 1ms}';
  const inside = 'inside: {between: [r/a, r/b], latency: 1ms}';

  it('leads out of it: cut, its zones reach one another all the same', () => {
    expect(served(out, '{at: 1h, cut: out, for: 2h}')).toBe(1);
    expect(served(`${out}, ${inside}`, '{at: 1h, cut: out, for: 2h}')).toBe(1);
  });

  it('is no way round for a cut between its zones', () => {
    expect(served(`${out}, ${inside}`, '{at: 1h, cut: inside, for: 2h}')).toBe(0);
  });

  it('joins them neither where one of them has a way of its own to the same place', () => {
    expect(served(`${out}, there: {between: [r/b, far/c], latency: 1ms}`, '{at: 1h, cut: out, for: 2h}')).toBe(1);
  });
});
