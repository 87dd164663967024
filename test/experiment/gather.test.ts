import { describe, expect, it } from 'vitest';
import { Explainer } from '../../src/experiment/index.ts';
import { explanationReport } from '../../src/index.ts';
import { read } from '../simulate.ts';

/** A zone with a pool of three is lost; two workloads of it go down together. The alarm's plan comes much later than the loss. */
const LOST = `
hasim: 1
catalogue: none
places: {east: {a: {}}}
components:
  web: {kind: ecs, in: east/a, count: 3, capacity-each: 10/s, boot: 0s}
workloads:
  page: {entry: web, demand: 1/s}
  call: {entry: web, demand: 1/s}
faults: [{at: 10d, lose: east/a, for: 1h}]
`;

const explained = () => {
  const explainer = new Explainer(read(LOST), { runs: 1, years: 1, seed: '1' });
  while (explainer.step());
  return explainer.explanation({ file: 'x', sha256: '0'.repeat(64) });
};

describe('the story of an incident', () => {
  it('tells a loss once a component, and its return as it stands in the end', () => {
    const [first] = explained().timelines;
    const faults = first!.lines.flatMap(({ at, event }) =>
      event.kind === 'truth' || event.kind === 'truths'
        ? [[at, event.kind === 'truth' ? event.thing : event.of, event.manner]]
        : [],
    );
    expect(faults).toEqual([
      [0, 'east/a', 'silent'],
      [0, 'web', 'silent'],
      [3_600, 'east/a', 'ok'],
      [3_600, 'web', 'ok'],
    ]);
  });

  it('is told once, and under other workloads as the same', () => {
    const report = explanationReport(explained());
    expect(report.match(/east\/a stops answering/g)).toHaveLength(1);
    expect(report).toContain('the same incident as told above for call');
  });
});
