import { describe, expect, it } from 'vitest';
import { type Uncut, withCuts } from '../../src/experiment/summary/cuts.ts';
import { Experiment } from '../../src/index.ts';
import { read } from '../simulate.ts';

const BLIP = 60;

const cause = (combination: readonly string[], secondsEach: number, more: Partial<Uncut> = {}): Uncut => ({
  class: 'instance',
  combination,
  minutesPerYear: secondsEach / 60,
  incidentsPerYear: 1,
  ...more,
});

const cutsOf = (...causes: readonly Uncut[]) => withCuts(causes, BLIP).map(({ cut }) => cut);

describe('the smallest combinations that take a workload below its level', () => {
  it('are one fault alone, and a blip where that is shorter than one on average', () => {
    expect(cutsOf(cause(['db node'], 60), cause(['web crash'], 59))).toEqual(['single', 'blip']);
  });

  it('are two of which neither does it alone, of one kind or of two', () => {
    expect(cutsOf(cause(['web a', 'web b'], 90), cause(['db node ×2'], 5))).toEqual(['pair', 'pair']);
    expect(cutsOf(cause(['web a', 'web b'], 90), cause(['web b'], 5))).toEqual([null, 'blip']);
  });

  it('are no three, not what a plan stops on purpose, and not what begins while nothing is broken', () => {
    expect(cutsOf(cause(['db node ×3'], 90), cause(['a x', 'b x', 'c x'], 90), cause([], 90))).toEqual([
      null,
      null,
      null,
    ]);
    expect(cutsOf(cause(['plan home'], 90, { class: 'plan' }))).toEqual([null]);
  });
});

describe('the document of a run', () => {
  const experiment = new Experiment(read(TWO_SERVERS), { runs: 64, years: 10, seed: '1' });
  while (experiment.step());
  const result = experiment.result({ file: 'x', sha256: '0' });
  const { causes } = result.workloads['page']!;

  it('says of every cause whether it cuts the workload alone, as a blip or as a pair', () => {
    const cut = (...combination: string[]) => causes.find((one) => one.combination.join() === combination.join())?.cut;
    expect(cut('lb stop')).toBe('single');
    expect(cut('lb blink')).toBe('blip');
    expect(cut('web crash ×2')).toBe('pair');
  });

  it('says what to fix first as the report does: the dearest cause of the worst workload, and its dearest phase', () => {
    const [dearest] = causes;
    const { combination, share, minutesPerYear } = dearest!;
    const { share: shareBounds, minutesPerYear: minutesBounds } = dearest!.intervals;
    const intervals = { share: shareBounds, minutesPerYear: minutesBounds };
    const alone = { combination, share, minutesPerYear, intervals };
    expect(result.fixFirst).toEqual({
      workload: 'page',
      combination: dearest!.combination,
      share: dearest!.share,
      minutesPerYear: dearest!.minutesPerYear,
      phase: 'repair',
      settings: [],
      phaseShare: dearest!.phases.repair! / dearest!.minutesPerYear,
      intervals: { ...alone.intervals, phaseShare: dearest!.intervals.phaseShares.repair },
      causes: [alone],
    });
  });
});

const TWO_SERVERS = `hasim: 1
name: two servers
catalogue: none
places: {east: {a: {}}}
components:
  lb: {kind: slb, in: east/a, backends: [web], health-check: {interval: 2s, timeout: 2s},
       faults: {stop: {mtbf: 1y, repair: 10m}, blink: {mtbf: 1y, repair: 10s}}}
  web: {kind: ecs, in: east/a, count: 2, capacity-each: 100/s, boot: 0s, faults: {crash: {mtbf: 20d, repair: 1d}}}
workloads:
  page: {entry: lb, demand: 50/s, up-when: 10%}
`;
