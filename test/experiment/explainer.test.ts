import { describe, expect, it } from 'vitest';
import { Explainer } from '../../src/experiment/index.ts';
import { read } from '../simulate.ts';

const SCENARIO = `
hasim: 1
catalogue: none
start: new
places: {r: {a: {}}}
components:
  app: {kind: ecs, in: r/a, count: 1, boot: 0s, faults: {crash: {mtbf: {fixed: 10d}, repair: {fixed: 1h}, effect: exit}}}
workloads: {page: {entry: app, demand: 1/s}}
`;

describe('a timeline of a fault that strikes again and again', () => {
  it('begins with the strike at hand, not with an earlier one', () => {
    const explainer = new Explainer(read(SCENARIO), { runs: 1, years: 1, seed: '1' });
    while (explainer.step());
    const { timelines } = explainer.explanation({ file: 'x.yaml', sha256: '' });
    expect(timelines.length).toBeGreaterThan(0);
    for (const { lines } of timelines) expect(lines[0]!.at).toBeGreaterThanOrEqual(-120);
  });
});

/** Two rooms under one name, and a third one that is answered with while both are bad. It breaks just after the first. */
const SPARE = `
hasim: 1
catalogue: none
start: new
places: {r: {a: {}, b: {}, c: {}}}
components:
  www:
    kind: dns
    ttl: 60s
    answers: {app-a: {priority: 1}, app-b: {priority: 1}, app-far: {priority: 2}}
    monitor: {interval: 15s, timeout: 2s, healthy: 1, unhealthy: 2, phase: even}
    hold-on: {share: 0%}
  app-a: {kind: ecs, in: r/a, count: 1, boot: 0s}
  app-b: {kind: ecs, in: r/b, count: 1, boot: 0s}
  app-far: {kind: ecs, in: r/c, count: 1, boot: 0s}
workloads: {page: {entry: www, demand: 1/s}}
faults:
  - {at: 1h, lose: app-a, for: 4h}
  - {at: 3610s, lose: app-far, for: 35s}
  - {at: 3h, lose: app-b, for: 1h}
`;

describe('what a timeline says that a name answers', () => {
  it('are the answers that are given, not those that wait for them to fail', () => {
    const explainer = new Explainer(read(SPARE), { runs: 1, years: 0.01, seed: '1' });
    while (explainer.step());
    const { timelines } = explainer.explanation({ file: 'x.yaml', sha256: '' });
    const answers = timelines.map(({ lines }) =>
      lines.flatMap(({ event }) => (event.kind === 'role' && event.role === 'answer' ? [event.value] : [])),
    );
    // The third leaves and comes back unheard of, while the second is given.
    expect(answers.sort()).toEqual([['app-b'], ['app-far']]);
  });
});
