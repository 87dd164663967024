import { describe, expect, it } from 'vitest';
import { withFaultsOnly } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';

const SCENARIO = `# a comment
hasim: 1
faults:
  - {at: 1d, lose: r/b, for: 1h}
places: {r: {a: {}, b: {}}}
catalogue: default   # the usual
components:
  app: {kind: ecs, in: r/a, count: 2, capacity-each: 100/s, faults: {leak: {mtbf: 1d, repair: 1h}}}
workloads: {page: {entry: app, demand: 50/s}}
`;
const FAULTS = 'catalogue: scheduled\nfaults:\n  - {at: 2d, lose: r/a, for: 2h}\n';

describe('a scenario with the faults of another file', () => {
  it.each([
    ['sections from the left edge', SCENARIO],
    ['indented sections', SCENARIO.replace(/^/gm, '  ')],
    ['an end of the document', `${SCENARIO}...\n`],
    [
      'one line',
      '{hasim: 1, faults: [], places: {r: {a: {}}}, components: {app: {kind: ecs, in: r/a, count: 2, capacity-each: 100/s}}, workloads: {page: {entry: app, demand: 50/s}}}',
    ],
  ])('holds them and nothing else that breaks: %s', (_, text) => {
    const patched = read(withFaultsOnly(text, FAULTS)!);
    expect(patched.schedule.map(({ name }) => name)).toEqual(['lose r/a at 2d']);
    const { components, places, links } = patched;
    expect([...components, ...places, ...links].flatMap(({ faults }) => faults)).toEqual([]);
    expect(patched.workloads).toEqual(read(text).workloads);
  });

  it('leaves the words of the rest as they are', () => {
    expect(withFaultsOnly(SCENARIO, FAULTS)).toContain(
      '# a comment\nhasim: 1\nplaces: {r: {a: {}, b: {}}}\ncomponents:',
    );
  });

  it('takes a bare list', () => {
    expect(read(withFaultsOnly(SCENARIO, '[{at: 5h, lose: app}]')!).schedule).toHaveLength(1);
  });

  it('is none where one of the two is no such YAML', () => {
    for (const text of ['', 'faults: 3', '{', 'just words']) expect(withFaultsOnly(SCENARIO, text)).toBeUndefined();
    expect(withFaultsOnly('- a list', FAULTS)).toBeUndefined();
  });
});
