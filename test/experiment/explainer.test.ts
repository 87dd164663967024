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
